//! `dependentRequired` (Validation 2020-12 §6.5.4), and lists of names in `dependencies`
//! (Validation draft 7 §6.5.7).

use crate::JsonType;
use crate::reader::{Mode, Names, Reader, Stop};
use crate::report::{Failure, excerpt};
use std::ops::Range;

#[cold]
pub(crate) fn failure(
    keyword: &'static str,
    missing: &str,
    because_of: &str,
    span: Range<usize>,
) -> Failure {
    let (missing, because_of) = (excerpt(missing), excerpt(because_of));
    let message = format!("the member {missing} is missing, which {because_of} needs");
    Failure::new(keyword, span, message)
        .with_help(format!("add {missing}, or leave {because_of} out"))
}

impl<M: Mode> Reader<'_, M> {
    /// Which of `names` the object at hand has; none, where something else is at hand. It stays at
    /// hand.
    pub fn has<const N: usize>(&mut self, names: [&str; N]) -> Result<[bool; N], Stop> {
        let mut found = [false; N];
        if self.type_at_hand_here() != JsonType::Object {
            return Ok(found);
        }
        self.beside(|reader| {
            let Some(mut object) = reader.object()? else {
                return Ok(());
            };
            while object.next(reader, Names::NONE)?.is_some() {
                let (name, _) = object.name(reader);
                for (found, wanted) in found.iter_mut().zip(names) {
                    *found |= name == wanted;
                }
                object.ignore(reader)?;
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// Checks that the object at hand, where it has the member `name`, has `needed` too.
    pub fn dependent_required<const N: usize>(
        &mut self,
        keyword: &'static str,
        name: &'static str,
        needed: [&'static str; N],
    ) -> Result<(), Stop> {
        let [true] = self.has([name])? else {
            return Ok(());
        };
        let found = self.has(needed)?;
        for (missing, found) in needed.into_iter().zip(found) {
            if !found {
                let span = self.span_at_hand()?;
                self.sink().fail(|| failure(keyword, missing, name, span))?;
            }
        }
        Ok(())
    }
}
