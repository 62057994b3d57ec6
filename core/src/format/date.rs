//! `date`, `time` and `date-time`: RFC 3339 §5.6. Crates for dates read more than that grammar, or
//! less (leap seconds), and nothing here is computed with.

use super::Wrong;

pub(super) fn date_time(text: &str) -> Result<(), Wrong> {
    match text.split_at_checked(10) {
        Some((day, rest)) => match rest.strip_prefix(['T', 't']) {
            Some(clock) => date(day).and_then(|()| time(clock)),
            None => Err("the date and the time have no `T` between them"),
        },
        None => Err("the time is missing"),
    }
}

pub(super) fn date(text: &str) -> Result<(), Wrong> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return Err("the date is not written as four digits, two and two with `-` between them");
    };
    let number = |digits: &[u8]| number(digits).ok_or("the date has something else than digits");
    let (year, month, day) = (
        number(&[y1, y2, y3, y4])?,
        number(&[m1, m2])?,
        number(&[d1, d2])?,
    );
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => return Err("there is no such month"),
    };
    if (1..=days).contains(&day) {
        Ok(())
    } else {
        Err("the month has no such day")
    }
}

const MINUTES_OF_A_DAY: u32 = 24 * 60;

pub(super) fn time(text: &str) -> Result<(), Wrong> {
    let bytes = text.as_bytes();
    let Some((&[h1, h2, b':', m1, m2, b':', s1, s2], rest)) = bytes.split_first_chunk() else {
        return Err("the time is not written as three times two digits with `:` between them");
    };
    let number = |digits: &[u8]| number(digits).ok_or("the time has something else than digits");
    let (hour, minute, second) = (number(&[h1, h2])?, number(&[m1, m2])?, number(&[s1, s2])?);
    if hour > 23 || minute > 59 || second > 60 {
        return Err("there is no such time");
    }
    let east = offset(without_fraction(rest)?)?;
    let in_utc = (hour * 60 + minute + MINUTES_OF_A_DAY - east) % MINUTES_OF_A_DAY;
    if second == 60 && in_utc != MINUTES_OF_A_DAY - 1 {
        return Err("only the last minute of a day, in UTC, can have a leap second");
    }
    Ok(())
}

fn without_fraction(rest: &[u8]) -> Result<&[u8], Wrong> {
    let [b'.', rest @ ..] = rest else {
        return Ok(rest);
    };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match digits {
        0 => Err("the point has no digits behind it"),
        _ => Ok(&rest[digits..]),
    }
}

/// How many minutes a clock is before that of UTC, less than a day.
fn offset(text: &[u8]) -> Result<u32, Wrong> {
    let (sign, h1, h2, m1, m2) = match *text {
        [b'Z' | b'z'] => return Ok(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => (sign, h1, h2, m1, m2),
        [] => return Err("the offset from UTC is missing, or `Z` for none"),
        _ => return Err("behind the seconds comes `Z`, or an offset as `+05:30`"),
    };
    match (number(&[h1, h2]), number(&[m1, m2])) {
        (Some(hours @ ..=23), Some(minutes @ ..=59)) => {
            let offset = hours * 60 + minutes;
            Ok(if sign == b'+' {
                offset
            } else {
                (MINUTES_OF_A_DAY - offset) % MINUTES_OF_A_DAY
            })
        }
        _ => Err("there is no such offset from UTC"),
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, &digit| {
        Some(number * 10 + char::from(digit).to_digit(10)?)
    })
}

#[cfg(test)]
mod tests {
    use crate::format::{Format, examples};

    #[test]
    fn dates_are_those_of_the_calendar() {
        examples(
            Format::Date,
            &["2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"],
            &[
                "2026-02-29",
                "1900-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-04-31",
                "2026-1-1",
                "20261122",
                "2026-11-2２",
                "+2026-11-22",
                "2026-11-22T",
            ],
        );
    }

    #[test]
    fn times_have_an_offset_and_leap_seconds_a_place() {
        examples(
            Format::Time,
            &[
                "00:00:00Z",
                "19:30:00.123456789+05:30",
                "23:59:60Z",
                "05:29:60+05:30",
                "15:59:60.5-08:00",
            ],
            &[
                "19:30:00",
                "19:30Z",
                "24:00:00Z",
                "19:60:00Z",
                "19:30:61Z",
                "19:30:60Z",
                "23:59:60+05:30",
                "19:30:00.Z",
                "19:30:00+24:00",
                "19:30:00+0530",
                "1９:30:00Z",
            ],
        );
        examples(
            Format::DateTime,
            &["2026-11-22T19:30:00Z", "2026-11-22t19:30:00z"],
            &[
                "2026-11-22 19:30:00Z",
                "2026-11-22",
                "2026-02-30T19:30:00Z",
                "2026-11-22T19:30:00",
            ],
        );
    }
}
