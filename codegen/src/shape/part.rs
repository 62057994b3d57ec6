//! The Rust types of values of one JSON type.

use super::choose::{Chooser, Hint, single};
use super::item::{Field, ItemKind, Others, RestItems, Slot, UnionVariant, Variant};
use super::{ItemId, Shape, integer};
use crate::ir::{Additional, CountRule, Kind, NodeId, ObjectRule, Position, Typed};
use crate::names::{field_case, type_case, unused};
use crate::options::UnknownMembers;
use std::collections::BTreeSet;
use tollgate_core::{JsonType, TypeSet};

/// Whether values of a JSON type get a named type.
pub(super) fn would_be_item(typed: &Typed, json_type: JsonType) -> bool {
    match json_type {
        JsonType::String => {
            let is_checked = !typed.in_place.is_empty() && single(typed.admitted).is_some();
            is_checked || !typed.string.is_empty() || typed.names_strings()
        }
        JsonType::Array => !typed.plan.prefix.is_empty(),
        JsonType::Object => typed.has_fields() || typed.forbids_others(),
        JsonType::Null | JsonType::Boolean | JsonType::Number | JsonType::Integer => false,
    }
}

/// What judges the values of members without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OtherValues {
    /// There are none.
    Forbidden,
    /// One schema does, whatever the member's name is.
    Schema(NodeId),
    /// Nothing does, or it depends on the name.
    Any,
}

impl Chooser<'_> {
    /// The type for values of one JSON type.
    pub(super) fn part(
        &mut self,
        node: NodeId,
        typed: &Typed,
        json_type: JsonType,
        hint: &Hint,
    ) -> Shape {
        if would_be_item(typed, json_type) {
            return Shape::Named(self.item(node, typed, json_type, hint));
        }
        match json_type {
            JsonType::Null => Shape::Null,
            JsonType::Boolean => Shape::Bool,
            JsonType::Number => Shape::Number,
            JsonType::Integer => {
                Shape::Integer(integer::choose(&typed.number, &self.options.integer))
            }
            JsonType::String => Shape::String,
            JsonType::Array => {
                Shape::List(self.position(&typed.plan.rest, hint.child(&item_name(&hint.name))))
            }
            JsonType::Object => match typed.other_values() {
                OtherValues::Schema(value) => {
                    self.pending.push((value, hint.child("Value")));
                    Shape::Map(Some(value))
                }
                OtherValues::Any | OtherValues::Forbidden => Shape::Map(None),
            },
        }
    }

    /// The node whose values stand at a position, which gets a type.
    fn position(&mut self, position: &Position, hint: Hint) -> Option<NodeId> {
        let (_, value) = position.value.as_ref()?;
        self.pending.push((*value, hint));
        Some(*value)
    }

    pub(super) fn fill(&mut self, id: ItemId, typed: &Typed, json_type: JsonType, hint: &Hint) {
        let kind = match json_type {
            JsonType::Object => self.struct_(typed, hint),
            JsonType::Array => self.tuple(typed, hint),
            _ if typed.names_strings() => ItemKind::Enum(variants(typed)),
            _ => ItemKind::Text,
        };
        self.shapes.items[id.0].kind = kind;
    }

    fn struct_(&mut self, typed: &Typed, hint: &Hint) -> ItemKind {
        let values = typed.other_values();
        let keeps_others = match values {
            OtherValues::Any => self.options.unknown == UnknownMembers::Keep,
            OtherValues::Schema(_) => true,
            OtherValues::Forbidden => false,
        };
        let mut taken = BTreeSet::new();
        let others = keeps_others.then(|| unused(&mut taken, &["other".to_owned()]));
        let mut fields = Vec::new();
        for member in typed.plan.members.iter().filter(|member| member.is_field()) {
            let name = field_case(&member.name);
            let name = unused(&mut taken, &[name.clone(), format!("{name}_")]);
            fields.push(Field {
                name,
                member: member.name.clone(),
                required: !member.required.is_empty(),
                value: member.value.as_ref().map(|(_, node)| *node),
            });
        }
        let value = match values {
            OtherValues::Schema(value) => Some(value),
            OtherValues::Any | OtherValues::Forbidden => None,
        };
        let other = value.map(|value| (value, hint.child("OtherValue")));
        self.pending.extend(other);
        // The first member is taken from the list first.
        for field in fields.iter().rev() {
            let value = field.value.map(|value| (value, hint.child(&field.member)));
            self.pending.extend(value);
        }
        ItemKind::Struct {
            fields,
            others: others.map(|name| Others { name, value }),
        }
    }

    fn tuple(&mut self, typed: &Typed, hint: &Hint) -> ItemKind {
        let counts = typed.array.iter().flat_map(|rule| &rule.rule.counts);
        let (mut least, mut most) = (0, u64::MAX);
        for count in counts {
            match *count {
                CountRule::Min(count) => least = least.max(count),
                CountRule::Max(count) => most = most.min(count),
            }
        }
        let rest = &typed.plan.rest;
        let is_never = |node: NodeId| {
            let (target, _) = self.ir.target(node);
            matches!(self.ir.get(target).kind, Kind::Never)
        };
        let has_rest = most > typed.plan.prefix.len() as u64
            && rest.forbidden.is_empty()
            && !rest.value.as_ref().is_some_and(|(_, node)| is_never(*node));
        let rest = has_rest.then(|| RestItems {
            value: self.position(rest, hint.child("Item")),
        });
        let mut slots = Vec::new();
        for (index, position) in typed.plan.prefix.iter().enumerate() {
            let value = self.position(position, hint.child(&format!("Item{index}")));
            slots.push(Slot {
                required: (index as u64) < least,
                value,
            });
        }
        ItemKind::Tuple { slots, rest }
    }

    /// An `enum` with a variant for each type that the schema says something of.
    pub(super) fn union(&mut self, node: NodeId, typed: &Typed, hint: &Hint) {
        let name = unused(&mut self.taken, &hint.candidates());
        let id = self.reserve(name.clone(), node);
        self.set(node, Shape::Named(id));
        let hint = Hint {
            name,
            parent: hint.parent.clone(),
        };
        let is_open = !typed.is_closed();
        let own = typed
            .admitted
            .iter()
            .filter(|&json_type| !is_open || typed.rules(json_type));
        let mut variants = Vec::new();
        for json_type in own.collect::<Vec<_>>() {
            let variant = variant_name(json_type);
            let part_hint = Hint {
                name: format!("{}{variant}", hint.name),
                ..hint.clone()
            };
            let shape = self.part(node, typed, json_type, &part_hint);
            let name = variant.to_owned();
            variants.push(UnionVariant {
                name,
                json_type: Some(json_type),
                shape,
            });
        }
        if is_open {
            let name = "Other".to_owned();
            variants.push(UnionVariant {
                name,
                json_type: None,
                shape: Shape::Json,
            });
        }
        self.shapes.items[id.0].kind = ItemKind::Union(variants);
    }
}

impl Typed {
    /// Whether a list names the strings that can pass, so that they become an enum.
    pub(crate) fn names_strings(&self) -> bool {
        let can_pass = self.admitted.contains(JsonType::String);
        match self.listed.as_slice() {
            [listed] => {
                can_pass && listed.way.is_here() && listed.rule.string_values().next().is_some()
            }
            _ => false,
        }
    }

    /// Whether nothing but strings out of a list can pass, so that the enum judges everything.
    pub(crate) fn is_string_enum(&self) -> bool {
        match self.listed.as_slice() {
            [listed] => {
                let types = self.types.is_empty()
                    || self.declared() == Some(TypeSet::from(JsonType::String));
                types && listed.way.is_here() && listed.rule.strings().is_some()
            }
            _ => false,
        }
    }

    /// Whether the schema says something of values of a type, besides that they may be.
    pub(crate) fn rules(&self, json_type: JsonType) -> bool {
        match json_type {
            JsonType::Null | JsonType::Boolean => false,
            JsonType::Number | JsonType::Integer => !self.number.is_empty(),
            JsonType::String => !self.string.is_empty(),
            JsonType::Array => !self.array.is_empty(),
            JsonType::Object => !self.object.is_empty(),
        }
    }

    fn has_fields(&self) -> bool {
        !self.plan.members.is_empty()
    }

    /// Whether members that the schema does not name are forbidden, all of them.
    pub(crate) fn forbids_others(&self) -> bool {
        let forbids = |rule: &ObjectRule| {
            rule.additional == Additional::Forbidden && rule.patterns.is_empty()
        };
        self.object.iter().any(|rule| forbids(&rule.rule))
    }

    /// What judges the values of members that the schema does not name.
    pub(super) fn other_values(&self) -> OtherValues {
        if self.forbids_others() {
            return OtherValues::Forbidden;
        }
        let mut values = OtherValues::Any;
        for rule in &self.object {
            let rule = &rule.rule;
            if rule.ignores_others() {
                continue;
            }
            let own = match (rule.judge_of_others(), rule.patterns.as_slice()) {
                (Some((_, node)), _) => OtherValues::Schema(node),
                (None, [only]) if rule.additional == Additional::Forbidden => {
                    OtherValues::Schema(only.value)
                }
                _ => return OtherValues::Any,
            };
            if values != OtherValues::Any {
                return OtherValues::Any;
            }
            values = own;
        }
        values
    }
}

impl crate::ir::Member {
    /// Whether there can be a value to hold: what is forbidden has none.
    pub(crate) fn is_field(&self) -> bool {
        self.forbidden.is_empty() || self.value.is_some()
    }
}

fn variants(typed: &Typed) -> Vec<Variant> {
    let mut taken = BTreeSet::new();
    let mut texts: Vec<&str> = Vec::new();
    for text in typed
        .listed
        .iter()
        .flat_map(|listed| listed.rule.string_values())
    {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    let variant = |text: &&str| Variant {
        name: unused(&mut taken, &[type_case(text)]),
        text: (*text).to_owned(),
    };
    texts.iter().map(variant).collect()
}

/// What the items of a list are called: `Invoices` has items of `Invoice`.
fn item_name(list: &str) -> String {
    match list.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with('s') => one.to_owned(),
        _ => format!("{list}Item"),
    }
}

pub(crate) fn variant_name(json_type: JsonType) -> &'static str {
    match json_type {
        JsonType::Null => "Null",
        JsonType::Boolean => "Boolean",
        JsonType::Number => "Number",
        JsonType::Integer => "Integer",
        JsonType::String => "String",
        JsonType::Array => "Array",
        JsonType::Object => "Object",
    }
}
