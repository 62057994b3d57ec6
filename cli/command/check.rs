//! `tollgate check`: are these documents what a schema allows?

use crate::args::Check;
use crate::bulk::{files, lines};
use crate::engine::schema_name;
use crate::judge::Judge;
use std::process::ExitCode;

pub(crate) fn run(args: &Check) -> ExitCode {
    let schema = args.schema.as_deref();
    let judge = match Judge::new(schema) {
        Ok(judge) => judge,
        Err(message) => {
            message.say();
            return ExitCode::from(2);
        }
    };
    let schema = schema.map(schema_name);
    if args.lines {
        lines::check(args, &judge, schema)
    } else {
        files::check(args, &judge, schema)
    }
}
