//! One module for each command.

pub(crate) mod check;
pub(crate) mod generate;
pub(crate) mod lint;
