//! The keywords of draft 7: what it adds to draft 6.

use super::{Applicator, Content, Core, Keyword, MetaData, draft6};

pub(super) fn keyword(name: &str) -> Keyword {
    match name {
        "$comment" => Keyword::Core(Core::Comment),
        "if" => Keyword::Applicator(Applicator::If),
        "then" => Keyword::Applicator(Applicator::Then),
        "else" => Keyword::Applicator(Applicator::Else),
        "readOnly" => Keyword::MetaData(MetaData::ReadOnly),
        "writeOnly" => Keyword::MetaData(MetaData::WriteOnly),
        "contentEncoding" => Keyword::Content(Content::Encoding),
        "contentMediaType" => Keyword::Content(Content::MediaType),
        _ => draft6::keyword(name),
    }
}
