//! The keywords that say something to people, and `format`, which may assert.

use super::super::Keywords;
use super::{Parser, Site};
use crate::dialect::{Content, MetaData};

impl Parser<'_, '_> {
    pub(super) fn meta_data(&mut self, keyword: MetaData, site: Site<'_>, keywords: &mut Keywords) {
        let mut values = self.values(site);
        match keyword {
            MetaData::Title => keywords.title = values.string().map(|text| text.value),
            MetaData::Description => keywords.description = values.string().map(|text| text.value),
            MetaData::Default => keywords.default = Some(values.constant()),
            MetaData::Examples => keywords.examples = values.texts(),
            MetaData::Deprecated => keywords.deprecated = values.bool().unwrap_or(false),
            MetaData::ReadOnly | MetaData::WriteOnly => drop(values.bool()),
        }
    }

    pub(super) fn format(&mut self, site: Site<'_>, keywords: &mut Keywords) {
        let dialect = self.dialect();
        let is_asserted = self.input.asserts_formats || dialect.vocabularies.assert_formats();
        let format = self.values(site).string();
        keywords.format = format.filter(|name| is_asserted && dialect.knows_format(&name.value));
    }

    pub(super) fn content(&mut self, keyword: Content, site: Site<'_>) {
        match keyword {
            Content::Encoding | Content::MediaType => drop(self.values(site).string()),
            Content::Schema => {
                self.schema(site.node, &site.place.location);
            }
        }
    }
}
