//! Where a rule is written, seen from the node that it is a rule of.

/// The way from a node to a rule or another node.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Way {
    /// JSON Pointer, references included.
    pub(crate) path: String,
    /// Where that leads in its document, if it goes through a reference.
    pub(crate) target: Option<String>,
}

impl Way {
    /// No way at all.
    pub(crate) fn here() -> Self {
        Self::default()
    }

    /// Into the schema at hand.
    pub(crate) fn to(path: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            target: None,
        }
    }

    pub(crate) fn is_here(&self) -> bool {
        self.path.is_empty() && self.target.is_none()
    }

    /// The way to the schema whose `properties` this way leads on to, if it does so for a member of
    /// this name.
    pub(crate) fn to_property(&self, member: &str) -> Option<Self> {
        let member = tollgate_core::report::escape_pointer(member);
        let ending = format!("/properties/{member}");
        let path = self.path.strip_suffix(&ending)?.to_owned();
        let target = match &self.target {
            Some(target) => Some(target.strip_suffix(&ending)?.to_owned()),
            None => None,
        };
        Some(Self { path, target })
    }

    /// This way and then the other.
    pub(crate) fn then(&self, next: &Self) -> Self {
        let target = match (&self.target, &next.target) {
            (_, Some(target)) => Some(target.clone()),
            (Some(target), None) => Some(format!("{target}{}", next.path)),
            (None, None) => None,
        };
        Self {
            path: format!("{}{}", self.path, next.path),
            target,
        }
    }
}

/// A rule and where it is written.
#[derive(Debug, Clone)]
pub(crate) struct Ruled<T> {
    pub(crate) way: Way,
    pub(crate) rule: T,
}

impl<T> Ruled<T> {
    /// A rule of the schema at hand.
    pub(crate) fn here(rule: T) -> Self {
        Self {
            way: Way::here(),
            rule,
        }
    }

    /// The same rule seen from further away.
    pub(crate) fn from(self, way: &Way) -> Self {
        Self {
            way: way.then(&self.way),
            rule: self.rule,
        }
    }
}
