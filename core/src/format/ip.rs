//! `ipv4` and `ipv6`, as the standard library reads them: no leading zeros, no zones.

use super::Wrong;
use std::net::{Ipv4Addr, Ipv6Addr};

pub(super) fn v4(text: &str) -> Result<(), Wrong> {
    match text.parse::<Ipv4Addr>() {
        Ok(_) => Ok(()),
        Err(_) => Err("it is not four numbers from 0 to 255 with dots between them"),
    }
}

pub(super) fn v6(text: &str) -> Result<(), Wrong> {
    match text.parse::<Ipv6Addr>() {
        Ok(_) => Ok(()),
        Err(_) if text.contains('%') => Err("a zone is no part of it"),
        Err(_) => Err("it is not eight groups of up to four hexadecimal digits"),
    }
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn addresses_are_written_in_full() {
        examples(
            Format::Ipv4,
            &["0.0.0.0", "255.255.255.255"],
            &[
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.4 ",
                "0x7f.1.1.1",
                "１.2.3.4",
            ],
        );
        examples(
            Format::Ipv6,
            &["::", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "2001:DB8::1"],
            &[
                "1:2:3:4:5:6:7",
                "1::2::3",
                "::1%eth0",
                "::12345",
                "[::1]",
                "::1/64",
                ":1",
                "",
            ],
        );
    }
}
