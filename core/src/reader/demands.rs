//! What schemas beside an object's own walk ask of its members: where these stand is noted by that
//! walk, or one look finds it, and only their values are walked over, not the object once for each
//! schema.

use super::look::Places;
use super::words::Words;
use super::{Check, Mode, Object, Reader, Sink, Stop, Verdict, scan};
use crate::JsonType;

/// What is asked of the members of an object.
pub struct Demands {
    /// The names of all members that are spoken of.
    names: Words,
    demands: &'static [Demand],
}

/// What is asked of members, which are known by their place in the list of names.
pub enum Demand {
    /// There is such a member.
    Has(usize),
    /// If there is one, a schema allows its value.
    Value(usize, Check),
    /// The same, where the schema asks for one of these texts: strings without quotes and escapes.
    Text(usize, &'static [&'static str], Check),
    /// The same for `true`, `false` and `null`.
    Literal(usize, &'static [&'static str]),
    /// The demand is not met.
    Not(&'static Demand),
    /// All are met.
    All(&'static [Demand]),
    /// Some are met.
    Any(&'static [Demand]),
    /// Just one is met.
    One(&'static [Demand]),
    /// If the first one is met, the second one is, else the third.
    If(&'static [Demand; 3]),
}

impl Demands {
    /// In a list of which members are spoken of: this one is not.
    pub const UNSPOKEN: u8 = u8::MAX;

    /// Demands, all of which must be met, on the members with these names.
    pub const fn new(names: Words, demands: &'static [Demand]) -> Self {
        Self { names, demands }
    }
}

/// How far an object is judged by what is asked of its members.
#[derive(Debug)]
pub struct ByMembers {
    state: State,
    /// Where the members stand that were met so far.
    places: Places,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    /// Not at all: the schemas themselves have to be asked.
    Unasked,
    /// It meets all demands.
    Judged,
    /// The walk over it notes where the members stand.
    Noting,
}

impl ByMembers {
    #[inline]
    fn new(state: State) -> Self {
        let places = Places::NONE;
        Self { state, places }
    }

    /// Whether the schemas themselves have to be asked.
    #[inline]
    pub fn is_unasked(&self) -> bool {
        self.state == State::Unasked
    }

    #[inline]
    fn is_noting(&self) -> bool {
        self.state == State::Noting
    }

    #[inline]
    fn note_at_hand<S: Sink>(&mut self, reader: &mut Reader<'_, S>, index: usize) {
        reader.peek();
        self.places.note(index, reader.position());
    }
}

impl<M: Mode> Reader<'_, M> {
    /// The same as [`Reader::judge_members`] before the object's own walk, which may know better.
    #[inline]
    pub fn note_members(&mut self, demands: &'static Demands) -> Result<ByMembers, Stop> {
        if !M::KEEPS_FAILURES
            && !self.is_beside()
            && !self.is_asked()
            && self.shadowed.is_empty()
            && self.type_at_hand() == JsonType::Object
        {
            return Ok(ByMembers::new(State::Noting));
        }
        let is_judged = self.judge_members(demands)?;
        Ok(ByMembers::new(if is_judged {
            State::Judged
        } else {
            State::Unasked
        }))
    }

    /// Judges the object at hand, which stays at hand, by what is asked of its members. `false` where
    /// the value is no object, or something is out of the ordinary, and for walks that report: then
    /// the schemas themselves have to be asked.
    #[inline]
    pub fn judge_members(&mut self, demands: &'static Demands) -> Result<bool, Stop> {
        if M::KEEPS_FAILURES || self.is_asked() || self.type_at_hand() != JsonType::Object {
            return Ok(false);
        }
        M::judge_members(self, demands)
    }
}

impl Object {
    /// Notes where the value of the member at hand stands, if it is spoken of.
    #[inline]
    pub fn note<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        demands: &'static Demands,
        by_members: &mut ByMembers,
    ) {
        if by_members.is_noting()
            && let Some(index) = self.index_of_name(reader, &demands.names)
        {
            by_members.note_at_hand(reader, index);
        }
    }

    /// The same for a member that is known by its index: `spoken` are the indices in the demands' names
    /// of members; one that is not among them is looked up.
    #[inline]
    pub fn note_member<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        demands: &'static Demands,
        spoken: &'static [u8],
        index: u32,
        by_members: &mut ByMembers,
    ) {
        let Some(&spoken) = spoken.get(index as usize) else {
            return self.note(reader, demands, by_members);
        };
        if spoken != Demands::UNSPOKEN && by_members.is_noting() {
            by_members.note_at_hand(reader, spoken.into());
        }
    }

    /// Judges the object, all of which was read, by the members that were noted.
    #[inline]
    pub fn judge_noted<M: Mode>(
        &self,
        reader: &mut Reader<'_, M>,
        demands: &'static Demands,
        by_members: &ByMembers,
    ) -> Result<(), Stop> {
        if by_members.is_noting() {
            M::judge_noted(reader, demands, &by_members.places)
        } else {
            Ok(())
        }
    }
}

impl Reader<'_, Verdict> {
    pub(super) fn judge_object(&mut self, demands: &'static Demands) -> Result<bool, Stop> {
        let Some(places) = self.places(&demands.names) else {
            return Ok(false);
        };
        if self.depth_left == 0 {
            return Ok(false);
        }
        self.judge_places(demands, &places).map(|()| true)
    }

    /// Judges an object by where its members stand; the cursor stays where it is.
    pub(super) fn judge_places(
        &mut self,
        demands: &'static Demands,
        places: &Places,
    ) -> Result<(), Stop> {
        let start = (self.at, self.depth_left);
        self.depth_left = self.depth_left.saturating_sub(1);
        let holds = self.all_met(places, demands.demands)?;
        (self.at, self.depth_left) = start;
        if holds { Ok(()) } else { Err(Stop::Invalid) }
    }

    fn all_met(&mut self, places: &Places, demands: &'static [Demand]) -> Result<bool, Stop> {
        for demand in demands {
            if !self.is_met(places, demand)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// How many demands are met, counted up to `most`.
    fn count(
        &mut self,
        places: &Places,
        demands: &'static [Demand],
        most: usize,
    ) -> Result<usize, Stop> {
        let mut count = 0;
        for demand in demands {
            count += usize::from(self.is_met(places, demand)?);
            if count == most {
                break;
            }
        }
        Ok(count)
    }

    fn is_met(&mut self, places: &Places, demand: &'static Demand) -> Result<bool, Stop> {
        Ok(match demand {
            Demand::Has(index) => places.of(*index).is_some(),
            Demand::Value(index, check) => match places.of(*index) {
                Some(place) => self.holds_at(place, check)?,
                None => true,
            },
            Demand::Text(index, texts, check) => match places.of(*index) {
                Some(place) => self.is_text_at(place, texts, check)?,
                None => true,
            },
            Demand::Literal(index, literals) => {
                // The first byte tells which literal it is, if it is one; whatever is none, the value's own
                // walk refuses.
                let is_at = |place: usize| {
                    let first = self.bytes().get(place);
                    literals
                        .iter()
                        .any(|literal| literal.as_bytes().first() == first)
                };
                places.of(*index).is_none_or(is_at)
            }
            Demand::Not(demand) => !self.is_met(places, demand)?,
            Demand::All(demands) => self.all_met(places, demands)?,
            Demand::Any(demands) => self.count(places, demands, 1)? == 1,
            Demand::One(demands) => self.count(places, demands, 2)? == 1,
            Demand::If([condition, then, otherwise]) => {
                let next = if self.is_met(places, condition)? {
                    then
                } else {
                    otherwise
                };
                self.is_met(places, next)?
            }
        })
    }

    fn holds_at(&mut self, place: usize, check: &Check) -> Result<bool, Stop> {
        self.at = place;
        self.holds(check)
    }

    fn is_text_at(&mut self, place: usize, texts: &[&str], check: &Check) -> Result<bool, Stop> {
        self.at = place;
        match self.short_string() {
            Some(text) => Ok(texts.iter().any(|known| scan::same(known, text.raw()))),
            None => self.holds_at(place, check),
        }
    }
}
