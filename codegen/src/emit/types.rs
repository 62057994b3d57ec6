//! Shapes as Rust types.

use super::Context;
use crate::ir::NodeId;
use crate::names::ident;
use crate::options::{IntegerType, NumberType, StringType};
use crate::shape::{IntegerKind, Shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// Where a type is spelt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Beside the types, where the user's names may be anything.
    User,
    /// In the hidden module, where names are ours.
    Hidden,
}

impl Context<'_> {
    /// The type of a node's values.
    pub(super) fn type_of_node(&self, node: Option<NodeId>, scope: Scope) -> TokenStream {
        let shape = node.map_or(&Shape::Json, |node| self.shapes.of(self.ir, node));
        self.type_of(shape, scope)
    }

    /// The type of a node's values where they stand as they are; a recursive one in a box.
    pub(super) fn type_of_field(&self, node: Option<NodeId>, scope: Scope) -> TokenStream {
        let shape = node.map_or(&Shape::Json, |node| self.shapes.of(self.ir, node));
        self.boxed_type_of(shape, scope)
    }

    pub(super) fn boxed_type_of(&self, shape: &Shape, scope: Scope) -> TokenStream {
        let plain = self.type_of(shape, scope);
        if !self.is_boxed(shape) {
            return plain;
        }
        match scope {
            Scope::User => quote!(::std::boxed::Box<#plain>),
            Scope::Hidden => quote!(Box<#plain>),
        }
    }

    pub(super) fn is_boxed(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Named(item) => self.shapes.is_boxed(*item),
            Shape::As(node) => self.is_boxed(self.shapes.of(self.ir, *node)),
            _ => false,
        }
    }

    /// A type that the caller chose. It means something where the caller stands; the hidden module
    /// finds it there under an alias.
    fn chosen(&self, path: &TokenStream, setting: &str, scope: Scope) -> TokenStream {
        match scope {
            Scope::User => path.clone(),
            Scope::Hidden if super::is_same_everywhere(path) => path.clone(),
            Scope::Hidden => {
                let alias = super::alias(self, setting);
                quote!(super::#alias)
            }
        }
    }

    /// The type that holds strings.
    pub(super) fn string_type(&self, scope: Scope) -> TokenStream {
        match (&self.options.string, scope) {
            (StringType::Owned, Scope::User) => quote!(::std::string::String),
            (StringType::Owned, Scope::Hidden) => quote!(String),
            (StringType::Borrowed, Scope::User) => quote!(::std::borrow::Cow<'a, str>),
            (StringType::Borrowed, Scope::Hidden) => quote!(Cow<'a, str>),
            (StringType::Path(path), scope) => self.chosen(path, "string", scope),
        }
    }

    /// How values of a type are written that hold strings in a type that the caller chose: `as` a
    /// way to write them.
    pub(super) fn written(&self, shape: &Shape) -> Option<TokenStream> {
        let way = self.way_to_write(shape)?;
        Some(quote!(as #way))
    }

    /// The same for the values of a node.
    pub(super) fn node_written(&self, node: Option<NodeId>) -> Option<TokenStream> {
        self.written(self.shapes.of(self.ir, node?))
    }

    pub(super) fn way_to_write<'s>(&'s self, mut shape: &'s Shape) -> Option<TokenStream> {
        let StringType::Path(_) = self.options.string else {
            return None;
        };
        let mut depth = 0;
        loop {
            let inner = match shape {
                Shape::String => break,
                Shape::Nullable(inner) => &**inner,
                Shape::List(Some(node)) | Shape::Map(Some(node)) | Shape::As(node) => {
                    self.shapes.of(self.ir, *node)
                }
                _ => return None,
            };
            depth += usize::from(!matches!(shape, Shape::As(_)));
            shape = inner;
        }
        Some((0..depth).fold(quote!(AsText), |way, _| quote!(Inside<#way>)))
    }

    pub(super) fn type_of(&self, shape: &Shape, scope: Scope) -> TokenStream {
        let runtime = &self.options.runtime;
        let ours = |name: &str| {
            let name = ident(name);
            match scope {
                Scope::User => quote!(#runtime::#name),
                Scope::Hidden => quote!(#name),
            }
        };
        match shape {
            Shape::Json => ours("Json"),
            Shape::Never => ours("Never"),
            Shape::Null => quote!(()),
            Shape::Bool => quote!(bool),
            Shape::String => self.string_type(scope),
            Shape::Number => match &self.options.number {
                NumberType::Exact => ours("Number"),
                NumberType::Path(path) => self.chosen(path, "number", scope),
            },
            Shape::Integer(IntegerKind::Std(name)) => {
                let name = ident(name);
                quote!(#name)
            }
            Shape::Integer(IntegerKind::Setting) => match &self.options.integer {
                IntegerType::I64 => quote!(i64),
                IntegerType::Exact => ours("Number"),
                IntegerType::Path(path) => self.chosen(path, "integer", scope),
            },
            Shape::Named(item) => {
                let item = self.shapes.item(*item);
                let (name, lifetime) = (format_ident!("{}", item.name), item.lifetime());
                match scope {
                    Scope::User => quote!(#name #lifetime),
                    Scope::Hidden => quote!(super::#name #lifetime),
                }
            }
            Shape::List(items) => {
                let items = self.type_of_node(*items, scope);
                match scope {
                    Scope::User => quote!(::std::vec::Vec<#items>),
                    Scope::Hidden => quote!(Vec<#items>),
                }
            }
            Shape::Map(None) => ours("Members"),
            Shape::Map(value) => {
                let (members, value) = (ours("Members"), self.type_of_node(*value, scope));
                quote!(#members<#value>)
            }
            Shape::As(node) => self.type_of(self.shapes.of(self.ir, *node), scope),
            Shape::Nullable(inner) => {
                let inner = self.boxed_type_of(inner, scope);
                match scope {
                    Scope::User => quote!(::std::option::Option<#inner>),
                    Scope::Hidden => quote!(Option<#inner>),
                }
            }
        }
    }
}
