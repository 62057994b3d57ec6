//! What a service does with the body of a request; the README shows this program and its output.
#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use req_pay::{Mode, ReqPayRequest};

fn handle(body: &[u8]) -> Result<String, tollgate::Report> {
    let request = ReqPayRequest::from_json(body)?;
    let online = request.payment.mode == Mode::InternetBanking;
    let invoices = &request.payment.invoices_pay_infos;
    let amounts = invoices
        .iter()
        .filter_map(|info| info.invoice_amount.as_ref()?.total_amount);
    Ok(format!(
        "online: {online}, invoices: {}, amounts: {:?}",
        invoices.len(),
        amounts.collect::<Vec<_>>()
    ))
}

fn main() {
    println!(
        "{:?}",
        handle(include_bytes!("../schema/examples/one-invoice.json"))
    );
    println!(
        "{}",
        handle(br#"{"device": {"tag": {}}, "b2bIds": {}}"#).unwrap_err()
    );
}
