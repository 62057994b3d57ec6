//! The item at hand, looked at by schemas beside the one that reads it.

use super::{Array, Check, Evaluated, Mode, Reader, Sink, Stop};
use crate::keyword::unevaluated;
use crate::report::{Edge, Step};

impl Array {
    /// Which item is at hand, counted from 0.
    #[inline]
    pub fn index(&self) -> usize {
        self.count() - 1
    }

    /// Reads the item at hand through `read`.
    #[inline]
    pub fn item<'a, S: Sink, T>(
        &self,
        reader: &mut Reader<'a, S>,
        edge: impl Into<Edge>,
        read: impl FnOnce(&mut Reader<'a, S>) -> Result<T, Stop>,
    ) -> Result<T, Stop> {
        let index = self.index();
        reader.within(|_| Step::item(index, edge.into()), read)
    }

    /// Reads the item at hand, for nothing but its verdict.
    #[inline]
    pub fn pass<'a, S: Sink, T>(
        &self,
        reader: &mut Reader<'a, S>,
        edge: impl Into<Edge>,
        read: impl FnOnce(&mut Reader<'a, S>) -> Result<T, Stop>,
    ) -> Result<(), Stop> {
        self.item(reader, edge, read).map(drop)
    }

    /// Reads the item at hand into `slot`.
    #[inline]
    pub fn slot<'a, S: Sink, T>(
        &self,
        reader: &mut Reader<'a, S>,
        slot: &mut Option<T>,
        edge: impl Into<Edge>,
        read: impl FnOnce(&mut Reader<'a, S>) -> Result<T, Stop>,
    ) -> Result<(), Stop> {
        *slot = Some(self.item(reader, edge, read)?);
        Ok(())
    }

    /// Reads the item at hand into `items`.
    #[inline]
    pub fn push<'a, M: Mode, T>(
        &self,
        reader: &mut Reader<'a, M>,
        items: &mut M::Out<Vec<T>>,
        edge: impl Into<Edge>,
        read: impl FnOnce(&mut Reader<'a, M>) -> Result<M::Out<T>, Stop>,
    ) -> Result<(), Stop> {
        let item = self.item(reader, edge, read)?;
        M::modify(items, |items| items.push(M::take(item)));
        Ok(())
    }

    /// Whether a schema allows the item at hand, as `contains` asks.
    #[inline]
    pub fn holds<M: Mode>(&self, reader: &mut Reader<'_, M>, check: &Check) -> Result<bool, Stop> {
        let mark = reader.evaluated_so_far();
        let holds = reader.holds(check)?;
        // What is evaluated inside the item says nothing of the array's items.
        reader.forget_evaluated(mark);
        Ok(holds)
    }

    /// Has the item at hand judged by one more schema.
    #[inline]
    pub fn judge<M: Mode>(&self, reader: &mut Reader<'_, M>, check: &Check) -> Result<(), Stop> {
        self.item(reader, Edge::NONE, |reader| reader.judge(check))
    }

    /// Notes that the item at hand is evaluated, for schemas around that ask.
    #[inline]
    pub fn evaluated<S: Sink>(&self, reader: &mut Reader<'_, S>) {
        reader.peek();
        reader.note_evaluated(reader.at);
    }

    /// Whether another schema in place evaluated the item at hand.
    pub fn is_in<S: Sink>(&self, reader: &mut Reader<'_, S>, evaluated: &Evaluated) -> bool {
        reader.peek();
        evaluated.contains(reader.at)
    }

    /// Reports the item at hand, which `keyword` forbids.
    pub fn forbid<M: Mode>(
        &self,
        reader: &mut Reader<'_, M>,
        keyword: &'static str,
    ) -> Result<(), Stop> {
        let span = reader.span_at_hand()?;
        let index = self.index();
        reader.sink.fail(|| unevaluated::item(keyword, index, span))
    }
}
