//! What is said of references that lead nowhere.

use super::{Resolver, Wanted};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::schema::value_name;
use crate::source::uri;
use tollgate_core::report::escape_pointer;
use tollgate_core::tree::{Node, Value};

/// So many of the things that are there instead are listed.
const LISTED: usize = 8;

impl Resolver<'_, '_> {
    pub(super) fn report(&mut self, wanted: &Wanted<'_>, message: String) -> &mut Diagnostic {
        let place = self.place(wanted);
        match self.severity {
            Severity::Error => self.diagnostics.error(&place, message),
            Severity::Warning | Severity::Lint => {
                let code = Code::ReferenceToNowhere;
                self.diagnostics.warning(code, &place, message)
            }
        }
    }

    pub(super) fn unknown_document(&mut self, wanted: &Wanted<'_>, absolute: &str) {
        let written = &wanted.uri.value;
        let message = format!("the reference {written:?} leads to no known document");
        let own = self.schemas.get(wanted.from).place.document;
        let own = uri::shown(self.input.library.address(own));
        let known = self.input.library.addresses().filter(|known| *known != own);
        let known = listed(known.map(|known| format!("{known:?}")));
        let mut help = String::new();
        let shown = uri::shown(absolute);
        if shown != uri::split(written).0 {
            help = format!("it means {shown:?}; ");
        }
        help.push_str(
            "a document is known if it is given under `refs`; nothing is ever downloaded",
        );
        if !known.is_empty() {
            help = format!("{help}; there is: {known}");
        }
        self.report(wanted, message).with_help(help);
    }

    pub(super) fn unknown_anchor(&mut self, wanted: &Wanted<'_>, resource: usize) {
        let message = format!("the reference {:?} leads to no anchor", wanted.uri.value);
        let anchors = self.schemas.resources[resource].anchors.keys();
        let known = listed(anchors.map(|name| format!("{:?}", format!("#{name}"))));
        let found = self.report(wanted, message);
        if !known.is_empty() {
            found.with_help(format!("there is: {known}"));
        }
    }

    /// `node`, at `location`, has not got what the next step names.
    pub(super) fn unknown_pointer(
        &mut self,
        wanted: &Wanted<'_>,
        document: usize,
        location: &str,
        node: &Node<'_>,
    ) {
        let message = format!("the reference {:?} leads to no schema", wanted.uri.value);
        let own = self.schemas.get(wanted.from).place.document;
        let file = if own == document {
            ""
        } else {
            self.input.library.document(document).file()
        };
        let show = |name: &str| {
            let target = format!("{file}#{location}/{}", escape_pointer(name));
            format!("{target:?}")
        };
        let known = match &node.value {
            Value::Object(members) => listed(members.iter().map(|member| show(&member.name))),
            Value::Array(items) => listed((0..items.len()).map(|index| show(&index.to_string()))),
            _ => String::new(),
        };
        let found = self.report(wanted, message);
        if !known.is_empty() {
            found.with_help(format!("there is: {known}"));
        }
    }

    pub(super) fn no_schema(&mut self, wanted: &Wanted<'_>, node: &Node<'_>) {
        let (written, found) = (&wanted.uri.value, value_name(&node.value));
        let message = format!("the reference {written:?} leads to {found}, not to a schema");
        self.report(wanted, message);
    }
}

fn listed(known: impl Iterator<Item = String>) -> String {
    known.take(LISTED).collect::<Vec<_>>().join(", ")
}
