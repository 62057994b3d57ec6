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
