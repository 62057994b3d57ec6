//! `duration`: RFC 3339 appendix A. Each part may be followed by the next smaller one only.

use super::Wrong;

pub(super) fn duration(text: &str) -> Result<(), Wrong> {
    let parts = text.strip_prefix('P').ok_or("it begins with `P`")?;
    if let Some(weeks) = parts.strip_suffix('W') {
        let is_number = !weeks.is_empty() && weeks.bytes().all(|byte| byte.is_ascii_digit());
        return if is_number {
            Ok(())
        } else {
            Err("weeks stand alone")
        };
    }
    match parts.split_once('T') {
        Some((_, "")) => Err("no time follows the `T`"),
        Some(("", time)) => units(time, b"HMS"),
        Some((date, time)) => units(date, b"YMD").and_then(|()| units(time, b"HMS")),
        None => units(parts, b"YMD"),
    }
}

fn units(text: &str, units: &[u8]) -> Result<(), Wrong> {
    let mut expected = units;
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| !byte.is_ascii_digit()) {
        let unit = expected.iter().position(|&unit| unit == rest[at]);
        match unit {
            _ if at == 0 => return Err("a unit has no number before it"),
            Some(0) => expected = &expected[1..],
            // The first part may be of any unit.
            Some(unit) if expected.len() == units.len() => expected = &expected[unit + 1..],
            _ => return Err("the units are not years, months, days, `T`, hours, minutes, seconds"),
        }
        rest = &rest[at + 1..];
    }
    if rest.is_empty() && expected.len() < units.len() {
        Ok(())
    } else {
        Err("a number has no unit behind it")
    }
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn durations_have_their_units_in_order() {
        examples(
            Format::Duration,
            &[
                "P4Y",
                "P1M",
                "PT0S",
                "P1Y2M3DT4H5M6S",
                "PT36H",
                "P7W",
                "P1DT12H",
                "PT1M",
            ],
            &[
                "", "P", "PT", "P1", "P1DT", "PD", "1D", "P1D2Y", "P1Y3D", "P1Y2W", "P2S", "PT1D",
                "PT1H2S", "P1.5D", "P-1D", "p1d", "P１D", "P1YT", "PW", "P1D1D",
            ],
        );
    }
}
