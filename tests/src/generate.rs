//! The compiler as the harness calls it.

use tollgate_codegen::{Diagnostic, Document, Options, Severity, compile};
use tollgate_judge::catch;

/// What was generated from a schema.
#[derive(Debug)]
pub struct Generated {
    /// The code, formatted.
    pub code: String,
    /// What the compiler warns of.
    pub warnings: Vec<Diagnostic>,
}

/// Compiles a document into formatted Rust.
///
/// # Errors
/// The errors of the schema, or how the compiler broke down.
pub fn generate(document: Document, options: &Options) -> Result<Generated, String> {
    let compiled = catch(|| {
        let (output, diagnostics) = compile(&[document], options);
        let (errors, warnings): (Vec<_>, Vec<_>) = diagnostics
            .into_iter()
            .partition(|diagnostic| diagnostic.severity() == Severity::Error);
        if errors.is_empty() {
            let code = output.to_source();
            let code = code.map_err(|error| format!("what is generated is no Rust: {error}"))?;
            return Ok(Generated { code, warnings });
        }
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Err(errors.join("\n"))
    });
    compiled.unwrap_or_else(|panic| Err(format!("the compiler panicked: {panic}")))
}
