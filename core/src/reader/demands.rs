//! What schemas beside an object's own walk ask of its members: where these stand is noted by that
//! walk, or one look finds it, and only their values are walked over, not the object once for each
//! schema.

use super::look::Places;
use super::words::Words;
use super::{Check, Mode, Object, Reader, Sink, Stop, Verdict, scan};
use crate::members::Members;
use crate::report::Edge;
use crate::{Json, JsonType};

/// What is asked of the members of an object.
pub struct Demands {
    /// The names of all members that are spoken of.
    names: Words,
    all: &'static [Demand],
    /// A bit for each member of which a schema may be asked that reads objects.
    walked: u32,
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
        Self {
            names,
            all: demands,
            walked: walked_by(demands),
        }
    }
}

/// A bit for each member of which some demands may ask a schema that reads objects.
const fn walked_by(demands: &[Demand]) -> u32 {
    let (mut walked, mut at) = (0, 0);
    while at < demands.len() {
        walked |= match &demands[at] {
            Demand::Value(index, check) if check.may_allow(JsonType::Object) => 1 << *index,
            Demand::Has(_) | Demand::Value(..) | Demand::Text(..) | Demand::Literal(..) => 0,
            Demand::Not(demand) => walked_by(std::slice::from_ref(demand)),
            Demand::All(demands) | Demand::Any(demands) | Demand::One(demands) => {
                walked_by(demands)
            }
            Demand::If(demands) => walked_by(demands.as_slice()),
        };
        at += 1;
    }
    walked
}

/// How far an object is judged by what is asked of its members.
#[derive(Debug)]
pub struct ByMembers {
    state: State,
    /// Where the members stand that were met so far.
    places: Places,
    /// Which one the member at hand is, if it was found by its name.
    at_hand: Option<usize>,
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
        Self {
            state,
            places: Places::NONE,
            at_hand: None,
        }
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

/// What is noted of the members of an object that is judged by a table.
pub struct Noting<'n> {
    demands: &'static Demands,
    /// As for [`Object::note_member`].
    spoken: &'static [u8],
    by_members: &'n mut ByMembers,
}

impl<'n> Noting<'n> {
    /// Notes for demands; `spoken` are the indices in their names of the members that have a row.
    pub fn new(
        demands: &'static Demands,
        spoken: &'static [u8],
        by_members: &'n mut ByMembers,
    ) -> Self {
        Self {
            demands,
            spoken,
            by_members,
        }
    }

    /// Notes where the value of the member at hand stands, if it is spoken of.
    #[inline]
    pub fn note<S: Sink>(&mut self, object: &Object, reader: &mut Reader<'_, S>, index: u32) {
        S::note_member(object, reader, self, index);
    }
}

impl<M: Mode> Reader<'_, M> {
    /// The same as [`Reader::judge_members`] before the object's own walk, which may know better.
    #[inline]
    pub fn note_members(&mut self, demands: &'static Demands) -> Result<ByMembers, Stop> {
        if !self.is_beside() && self.shadowed.is_empty() && self.judges_members() {
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
        if self.judges_members() {
            M::judge_members(self, demands)
        } else {
            Ok(false)
        }
    }

    /// Judges the object that was read last by the members that were noted.
    #[inline]
    pub fn judge_noted(
        &mut self,
        demands: &'static Demands,
        by_members: &mut ByMembers,
    ) -> Result<(), Stop> {
        if by_members.is_noting() {
            M::judge_noted(self, demands, &mut by_members.places)
        } else {
            Ok(())
        }
    }
}

impl<S: Sink> Reader<'_, S> {
    /// Whether the value at hand can be judged by where its members stand.
    #[inline]
    fn judges_members(&mut self) -> bool {
        !S::KEEPS_FAILURES && !self.is_asked() && self.type_at_hand_here() == JsonType::Object
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
        if by_members.is_noting() {
            by_members.at_hand = self.index_of_name(reader, &demands.names);
            if let Some(index) = by_members.at_hand {
                by_members.note_at_hand(reader, index);
            }
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
        Noting::new(demands, spoken, by_members).note(self, reader, index);
    }

    /// The same as part of what calls it.
    #[inline]
    pub(super) fn note_member_here<S: Sink>(
        &self,
        reader: &mut Reader<'_, S>,
        noting: &mut Noting<'_>,
        index: u32,
    ) {
        let Some(&spoken) = noting.spoken.get(index as usize) else {
            return self.note(reader, noting.demands, noting.by_members);
        };
        if spoken != Demands::UNSPOKEN && noting.by_members.is_noting() {
            noting.by_members.note_at_hand(reader, spoken.into());
        }
    }

    /// Reads the value of a member that the schema does not name, and of which nothing is asked but what
    /// was noted for. Where only its verdict counts an object is left to the schemas that ask: what they
    /// do not read is read when they were asked.
    #[inline]
    pub fn other_noted<M: Mode>(
        &mut self,
        reader: &mut Reader<'_, M>,
        members: &mut M::Out<Members<Json>>,
        demands: &'static Demands,
        by_members: &mut ByMembers,
    ) -> Result<(), Stop> {
        if M::BUILDS || !by_members.is_noting() {
            return self.other(reader, members, Edge::NONE, Reader::any);
        }
        self.pass_noted(reader, demands, by_members)
    }

    fn pass_noted<S: Sink>(
        &mut self,
        reader: &mut Reader<'_, S>,
        demands: &'static Demands,
        by_members: &mut ByMembers,
    ) -> Result<(), Stop> {
        let is_walked = |index: &usize| demands.walked & 1 << index != 0;
        if let Some(index) = by_members.at_hand.filter(is_walked)
            && scan::byte(reader.bytes(), reader.at) == b'{'
            && reader.aside.looks > 0
        {
            let start = reader.at;
            self.pass(reader, Edge::NONE, Reader::hop)?;
            // What is nested would take time squared otherwise, as with other looks.
            reader.aside.looks = reader.aside.looks.saturating_sub(reader.at - start);
            by_members.places.leave(index);
            return Ok(());
        }
        self.ignore_quickly(reader)
    }
}

impl Reader<'_, Verdict> {
    pub(super) fn judge_object(&mut self, demands: &'static Demands) -> Result<bool, Stop> {
        let Some(mut places) = self.places(&demands.names) else {
            return Ok(false);
        };
        if self.depth_left == 0 {
            return Ok(false);
        }
        self.judge_places(demands, &mut places).map(|()| true)
    }

    /// Judges an object by where its members stand, and reads those that are yet to be read; the cursor
    /// stays where it is.
    pub(super) fn judge_places(
        &mut self,
        demands: &'static Demands,
        places: &mut Places,
    ) -> Result<(), Stop> {
        let start = (self.at, self.depth_left);
        self.depth_left = self.depth_left.saturating_sub(1);
        let holds = self.all_met(places, demands.all)?;
        while holds && let Some(place) = places.take_unread() {
            self.at = place;
            self.skip()?;
        }
        (self.at, self.depth_left) = start;
        if holds { Ok(()) } else { Err(Stop::Invalid) }
    }

    fn all_met(&mut self, places: &mut Places, demands: &'static [Demand]) -> Result<bool, Stop> {
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
        places: &mut Places,
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

    fn is_met(&mut self, places: &mut Places, demand: &'static Demand) -> Result<bool, Stop> {
        Ok(match demand {
            Demand::Has(index) => places.of(*index).is_some(),
            Demand::Value(index, check) => match places.of(*index) {
                Some(place) if places.is_unread(*index) => {
                    let is_read = self.is_read_at(place, check)?;
                    if is_read {
                        places.set_read(*index);
                    }
                    is_read
                }
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

    /// Reads a value that is yet to be read by a schema; `false` if that does not allow it.
    fn is_read_at(&mut self, place: usize, check: &Check) -> Result<bool, Stop> {
        self.at = place;
        if !check.may_allow(self.type_at_hand_here()) {
            return Ok(false);
        }
        // The value is not kept by a type of the schema's.
        self.whatever_the_range(|reader| reader.attempt(|reader| reader.pass_by(check)))
    }

    fn is_text_at(&mut self, place: usize, texts: &[&str], check: &Check) -> Result<bool, Stop> {
        self.at = place;
        match self.short_string() {
            Some(text) => Ok(texts.iter().any(|known| scan::same(known, text.raw()))),
            None => self.holds_at(place, check),
        }
    }
}
