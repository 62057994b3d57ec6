//! Who judges which member and which item. Where several schemas judge the same one, a node of its
//! own says that all of them must hold, and is planned like any other.

use super::merge::merged;
use crate::ir::{
    Additional, ArrayRule, InPlace, Ir, Kind, Member, Node, NodeId, ObjectRule, Plan, Position,
    Rest, Ruled, Typed, Way,
};
use std::collections::BTreeMap;
use tollgate_core::report::escape_pointer;

/// Nodes that stand for several others: at most this many; then the first of them is read, and the
/// others are asked beside it.
const MOST_JOINED: usize = 4_096;

/// Merges and plans every node, those included that come to be on the way.
pub(super) fn all(ir: &mut Ir) {
    let mut planner = Planner {
        ir,
        joined: BTreeMap::new(),
    };
    let mut at = 0;
    // Merging looks at nodes as they were written, so all results are put in place at the end.
    let mut planned = Vec::new();
    while at < planner.ir.nodes.len() {
        if let Some(typed) = planner.ir.typed(NodeId(at)) {
            let mut typed = merged(planner.ir, typed);
            typed.plan = planner.plan(&typed);
            planned.push((at, typed));
        }
        at += 1;
    }
    for (at, typed) in planned {
        ir.nodes[at].kind = Kind::Typed(Box::new(typed));
    }
}

struct Planner<'p> {
    ir: &'p mut Ir,
    /// Nodes that stand for several others, by those.
    joined: BTreeMap<Vec<NodeId>, NodeId>,
}

/// What judges a value, and the way there.
type Judge = (Way, NodeId);

impl Planner<'_> {
    fn plan(&mut self, typed: &Typed) -> Plan {
        let mut plan = Plan {
            members: self.members(&typed.object),
            ..Plan::default()
        };
        let arrays = typed.array.iter();
        let places = arrays.map(|rule| rule.rule.prefix.len()).max();
        for place in 0..places.unwrap_or(0) {
            plan.prefix.push(self.position(&typed.array, Some(place)));
        }
        plan.rest = self.position(&typed.array, None);
        plan.choice = self.choice(typed);
        plan
    }

    /// The alternatives, each with the types that are asked of all of them.
    fn choice(&mut self, typed: &Typed) -> Option<Vec<NodeId>> {
        let branches = typed.only_choice()?.rule.branches()?;
        if typed.types.is_empty() {
            return Some(branches.to_vec());
        }
        if self.joined.len() + branches.len() > MOST_JOINED {
            return None;
        }
        let joints = branches.iter().map(|&branch| {
            let joint = self.joint(&[(Way::here(), branch)]);
            if let Kind::Typed(own) = &mut self.ir.nodes[joint.0].kind {
                own.types.clone_from(&typed.types);
            }
            joint
        });
        Some(joints.collect())
    }

    fn members(&mut self, rules: &[Ruled<ObjectRule>]) -> Vec<Member> {
        let mut names: Vec<&String> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for rule in rules {
            let named = rule.rule.properties.iter().map(|(name, _)| name);
            for name in named.chain(&rule.rule.required) {
                if seen.insert(name) {
                    names.push(name);
                }
            }
        }
        names
            .into_iter()
            .map(|name| self.member(name, rules))
            .collect()
    }

    fn member(&mut self, name: &str, rules: &[Ruled<ObjectRule>]) -> Member {
        let mut member = Member {
            name: name.to_owned(),
            required: Vec::new(),
            forbidden: Vec::new(),
            value: None,
            also: Vec::new(),
            is_evaluated: false,
        };
        let mut judges = Vec::new();
        for Ruled { way, rule } in rules {
            if rule.required.iter().any(|required| required == name) {
                member.required.push(way.clone());
            }
            let before = judges.len();
            judges.extend(own_judges(rule, name).map(|(path, node)| {
                let way = way.then(&Way::to(path));
                (way, node)
            }));
            if judges.len() > before {
                member.is_evaluated = true;
                continue;
            }
            match rule.additional {
                Additional::Absent => {}
                Additional::Any => member.is_evaluated = true,
                Additional::Forbidden => {
                    member.is_evaluated = true;
                    member.forbidden.push(way.clone());
                }
                Additional::Schema(node) => {
                    member.is_evaluated = true;
                    judges.push((way.then(&Way::to("/additionalProperties")), node));
                }
            }
        }
        (member.value, member.also) = self.join(judges);
        member
    }

    /// The items at a place, or behind all places.
    fn position(&mut self, rules: &[Ruled<ArrayRule>], place: Option<usize>) -> Position {
        let mut position = Position::default();
        let mut judges = Vec::new();
        for Ruled { way, rule } in rules {
            let at = place.and_then(|place| Some((place, *rule.prefix.get(place)?)));
            if let Some((place, node)) = at {
                let path = format!("/{}/{place}", rule.prefix_keyword);
                judges.push((way.then(&Way::to(path)), node));
                position.is_evaluated = true;
                continue;
            }
            match rule.rest {
                Rest::Absent => {}
                Rest::Forbidden => {
                    position.forbidden.push((way.clone(), rule.rest_keyword));
                    position.is_evaluated = true;
                }
                Rest::Schema(node) => {
                    let path = format!("/{}", rule.rest_keyword);
                    judges.push((way.then(&Way::to(path)), node));
                    position.is_evaluated = true;
                }
            }
        }
        (position.value, position.also) = self.join(judges);
        position
    }

    /// One node for all that judge a value, and those that it does not stand for.
    fn join(&mut self, mut judges: Vec<Judge>) -> (Option<Judge>, Vec<Judge>) {
        // What lets everything pass has nothing to add.
        let says_something =
            |(_, node): &(Way, NodeId)| !matches!(self.ir.get(*node).kind, Kind::Any);
        if judges.iter().any(says_something) {
            judges.retain(says_something);
        }
        if judges.len() <= 1 {
            return (judges.pop(), Vec::new());
        }
        let key: Vec<NodeId> = judges.iter().map(|(_, node)| *node).collect();
        if let Some(&node) = self.joined.get(&key) {
            return (Some((Way::here(), node)), Vec::new());
        }
        if self.joined.len() >= MOST_JOINED {
            let also = judges.split_off(1);
            return (judges.pop(), also);
        }
        let node = self.joint(&judges);
        self.joined.insert(key, node);
        (Some((Way::here(), node)), Vec::new())
    }

    fn joint(&mut self, judges: &[(Way, NodeId)]) -> NodeId {
        let id = NodeId(self.ir.nodes.len());
        let rule = |(way, node): &(Way, NodeId)| {
            // From wherever the joint node is reached, the place in the document is the same.
            let target = Some(self.ir.get(*node).location.clone());
            let path = way.path.clone();
            Ruled {
                way: Way { path, target },
                rule: InPlace::All(*node),
            }
        };
        let typed = Typed {
            in_place: judges.iter().map(rule).collect(),
            ..Typed::default()
        };
        // It is called, and described, as the first of them that has something to say for itself.
        let titled = |(_, node): &&(Way, NodeId)| {
            let (target, _) = self.ir.target(*node);
            let annotations = &self.ir.get(target).annotations;
            annotations.title.is_some() || annotations.description.is_some()
        };
        let model = judges.iter().find(titled).or(judges.first());
        let (model, _) = self.ir.target(model.map_or(id, |(_, node)| *node));
        let model = self.ir.get(model);
        self.ir.nodes.push(Node {
            document: model.document,
            location: model.location.clone(),
            span: model.span.clone(),
            annotations: model.annotations.clone(),
            kind: Kind::Typed(Box::new(typed)),
        });
        id
    }
}

/// The schemas in `properties` and `patternProperties` that judge a member.
fn own_judges(rule: &ObjectRule, name: &str) -> impl Iterator<Item = (String, NodeId)> {
    let property = rule.properties.iter().find(|(other, _)| other == name);
    let property =
        property.map(|(name, node)| (format!("/properties/{}", escape_pointer(name)), *node));
    let patterns = rule.patterns.iter();
    let patterns = patterns.filter(move |rule| rule.pattern.is_match(name));
    let patterns: Vec<_> = patterns.map(|rule| (rule.path(), rule.value)).collect();
    property.into_iter().chain(patterns)
}
