//! The documented `EnKash` *Pay Invoices* message, `POST /api/v0/payment/req-pay`, as Rust types that
//! are generated from its JSON Schema.
//!
//! ```
//! use req_pay::{Mode, ReqPayRequest};
//!
//! let bytes = include_bytes!("../examples/one-invoice.json");
//! let request = ReqPayRequest::from_json(bytes)?;
//! assert_eq!(request.payment.mode, Mode::Neft);
//! assert_eq!(request.payment.invoices_pay_infos.len(), 1);
//! # Ok::<(), tollgate::Report>(())
//! ```

tollgate::schema! {
    paths = {
        ReqPayRequest = "req-pay.request.schema.json",
        ReqPayResponse = "req-pay.response.schema.json",
    },
    number = rust_decimal::Decimal,
}

/// The same types with strings that stay in the document where they can: for services that read a
/// request, act on it and let it go. With the feature `borrowed`, since they take as long to compile
/// as the others.
///
/// ```
/// use req_pay::borrowed::ReqPayRequest;
///
/// let bytes = include_bytes!("../examples/one-invoice.json");
/// let request = ReqPayRequest::from_json(bytes)?;
/// let utr = request.payment.utr.as_str();
/// assert!(bytes.as_ptr_range().contains(&utr.as_ptr()));
///
/// let kept: ReqPayRequest<'static> = request.into_owned();
/// # drop(kept);
/// # Ok::<(), tollgate::Report>(())
/// ```
#[cfg(feature = "borrowed")]
pub mod borrowed {
    tollgate::schema! {
        paths = {
            ReqPayRequest = "req-pay.request.schema.json",
            ReqPayResponse = "req-pay.response.schema.json",
        },
        number = rust_decimal::Decimal,
        string = borrowed,
    }
}
