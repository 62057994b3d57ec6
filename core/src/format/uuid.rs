//! `uuid`: RFC 4122 §3, of any version.

use super::Wrong;

pub(super) fn uuid(text: &str) -> Result<(), Wrong> {
    let mut groups = text.split('-');
    let lengths = [8, 4, 4, 4, 12];
    let is_group = |length: usize| {
        let group = groups.next();
        group.is_some_and(|group| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    if lengths.into_iter().all(is_group) && groups.next().is_none() {
        Ok(())
    } else {
        Err("it is not 8, 4, 4, 4 and 12 hexadecimal digits with `-` between them")
    }
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn uuids_are_five_groups() {
        examples(
            Format::Uuid,
            &[
                "00000000-0000-0000-0000-000000000000",
                "F81D4FAE-7dec-11d0-a765-00a0c91e6bf6",
            ],
            &[
                "",
                "f81d4fae7dec11d0a76500a0c91e6bf6",
                "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6-",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
                "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
            ],
        );
    }
}
