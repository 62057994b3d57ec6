//! The types that one would write by hand for serde: the shape of the generated types and none of
//! their checks. Patterns are plain strings, and members that no field is for are dropped.

#![allow(clippy::struct_field_names)] // they are the document's names

use serde::{Deserialize, Serialize};

/// A payment request with amounts of type `A`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Request<A> {
    device: Device,
    b2b_ids: B2bIds,
    payment: Payment<A>,
    additional_infos: Option<Vec<AdditionalInfo>>,
}

#[derive(Serialize, Deserialize)]
struct Device {
    tag: Tag,
}

#[derive(Serialize, Deserialize)]
struct Tag {
    name: Option<String>,
    value: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct B2bIds {
    #[serde(rename = "buyerB2BId")]
    buyer: String,
    #[serde(rename = "supplierB2BId")]
    supplier: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Payment<A> {
    object_id: String,
    ts: String,
    #[serde(rename = "type")]
    type_: PaymentType,
    mode: Mode,
    utr: String,
    currency: Currency,
    payment_amount: PaidAmount<A>,
    invoices_pay_infos: Vec<InvoicePayInfo<A>>,
}

#[derive(Serialize, Deserialize)]
enum PaymentType {
    #[serde(rename = "ONPLATFORM")]
    OnPlatform,
    #[serde(rename = "OFFPLATFORM")]
    OffPlatform,
}

#[derive(Serialize, Deserialize)]
enum Mode {
    #[serde(rename = "INTERNET BANKING")]
    InternetBanking,
    #[serde(rename = "DEBIT CARD")]
    DebitCard,
    #[serde(rename = "CREDIT CARD")]
    CreditCard,
    #[serde(rename = "IMPS")]
    Imps,
    #[serde(rename = "CASH")]
    Cash,
    #[serde(rename = "UPI")]
    Upi,
    #[serde(rename = "WALLET")]
    Wallet,
    #[serde(rename = "NEFT")]
    Neft,
    #[serde(rename = "PREPAID CARD")]
    PrepaidCard,
    #[serde(rename = "ACCOUNT TRANSFER")]
    AccountTransfer,
    #[serde(rename = "CHEQUE")]
    Cheque,
}

#[derive(Serialize, Deserialize)]
enum Currency {
    #[serde(rename = "INR")]
    Inr,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PaidAmount<A> {
    net_paid_amount: Option<A>,
    net_adjustment_amount: Option<A>,
    total_amount: Option<A>,
    currency: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct InvoicePayInfo<A> {
    object_id: Option<String>,
    supplier_invoice_number: Option<String>,
    object_version: Option<ObjectVersion>,
    status_transition: Option<StatusTransition>,
    invoice_amount: Option<InvoiceAmount<A>>,
    invoice_payment_amount: Option<InvoicePaymentAmount<A>>,
    supplier_bank_account_details: Option<BankAccount>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ObjectVersion {
    current_version: Option<i64>,
    new_version: Option<i64>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StatusTransition {
    current_status: Option<String>,
    new_status: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct InvoiceAmount<A> {
    due_amount: Option<A>,
    total_amount: Option<A>,
    currency: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct InvoicePaymentAmount<A> {
    net_paid_amount: Option<A>,
    net_adjustment_amount: Option<A>,
    total_amount: Option<A>,
    currency: Option<String>,
    splits: Option<Vec<Split<A>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Split<A> {
    name: Option<String>,
    value: Option<A>,
    ref_no: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct BankAccount {
    masked_account_number: Option<String>,
    ifsc: Option<String>,
    beneficiary_name: Option<String>,
    #[serde(rename = "businessVPA")]
    business_vpa: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct AdditionalInfo {
    name: Option<String>,
    value: Option<String>,
}
