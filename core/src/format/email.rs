//! `email` and `idn-email`: `Mailbox` of RFC 5321 §4.1.2, with the characters of RFC 6531 §3.3.
//! Crates for addresses follow RFC 5322, which has comments, folding and names around an address.

use super::{Wrong, hostname, ip};

/// RFC 5321 §4.5.3.1.1, in bytes.
const LONGEST_LOCAL: usize = 64;

pub(super) fn email(text: &str) -> Result<(), Wrong> {
    if !text.is_ascii() {
        return Err("there are characters in it that are not ASCII");
    }
    mailbox(text, hostname::hostname)
}

pub(super) fn idn_email(text: &str) -> Result<(), Wrong> {
    mailbox(text, hostname::idn_hostname)
}

fn mailbox(text: &str, host: fn(&str) -> Result<(), Wrong>) -> Result<(), Wrong> {
    let (local, domain) = text.rsplit_once('@').ok_or("there is no `@` in it")?;
    if local.len() > LONGEST_LOCAL {
        return Err("what stands before the `@` is longer than 64 bytes");
    }
    match local.strip_prefix('"') {
        Some(quoted) => quoted_string(quoted)?,
        None if local.split('.').all(is_atom) => {}
        None => {
            return Err("what stands before the `@` is not words with single dots between them");
        }
    }
    match domain.strip_prefix('[') {
        Some(literal) => address(literal),
        None => host(domain).map_err(|_| "what stands behind the `@` is no host name"),
    }
}

fn is_atom(text: &str) -> bool {
    let is_special = |byte: u8| b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || is_special(byte) || byte >= 0x80;
    !text.is_empty() && text.bytes().all(is_allowed)
}

/// What follows the first quote.
fn quoted_string(text: &str) -> Result<(), Wrong> {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if bytes.len() == 0 => return Ok(()),
            b'\\' if matches!(bytes.next(), Some(b' '..=b'~')) => {}
            b'"' | b'\\' | 0..=0x1f | 0x7f => break,
            _ => {}
        }
    }
    Err("what stands before the `@` is no string in quotes")
}

/// What follows the bracket: an address (RFC 5321 §4.1.3).
fn address(text: &str) -> Result<(), Wrong> {
    let address = text.strip_suffix(']').ok_or("the bracket is not closed")?;
    match address.strip_prefix("IPv6:") {
        Some(address) => ip::v6(address),
        None => ip::v4(address),
    }
    .map_err(|_| "what stands in the brackets is no address")
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn addresses_are_mailboxes() {
        let good = [
            "a@b",
            "first.last+tag@example.co.in",
            "\"a b\\\"@c\"@example.com",
            "a@[192.0.2.1]",
            "a@[IPv6:2001:db8::1]",
        ];
        let bad = [
            "",
            "@",
            "a",
            "a@",
            "@b",
            ".a@b",
            "a.@b",
            "a..b@c",
            "a b@c",
            "a@b@c",
            "a@-b",
            "a@b_c",
            "a@[192.0.2.1",
            "a@[2001:db8::1]",
            "a@[x]",
            "\"a@b",
            "\"a\"b\"@c",
            "\"a\\\"@b",
            "A <a@b>",
        ];
        examples(Format::Email, &good, &[&bad[..], &["é@b"]].concat());
        examples(Format::IdnEmail, &good, &bad);
        examples(Format::IdnEmail, &["é@bücher.de", "\"é\"@b"], &["a@b☃"]);
        let long = |length| format!("{}@b", "a".repeat(length));
        examples(Format::Email, &[&long(64)], &[&long(65)]);
    }
}
