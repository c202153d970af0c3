// Written by `cargo run -p client-generator` from openapi.yaml. Not to be changed by hand.

#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{encode_path, ClientHooks, OperationInfo, RequestBuilderExt};
/// Types used as operation parameters and responses.
#[allow(clippy::all)]
pub mod types {
    ///`AddMemberIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AddMemberIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for AddMemberIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<AddMemberIdempotencyKey> for ::std::string::String {
        fn from(value: AddMemberIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for AddMemberIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for AddMemberIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AddMemberIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for AddMemberIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///Who shall join, and as what.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct AddMemberRequest {
        pub email: AddMemberRequestEmail,
        ///Needed if the e-mail has no account yet.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<AddMemberRequestName>,
        ///Needed if the e-mail has no account yet: at least 12 characters.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub password: ::std::option::Option<AddMemberRequestPassword>,
        pub role: Role,
    }
    impl AddMemberRequest {
        pub fn builder() -> builder::AddMemberRequest {
            Default::default()
        }
    }
    ///`AddMemberRequestEmail`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AddMemberRequestEmail(::std::string::String);
    impl ::std::ops::Deref for AddMemberRequestEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<AddMemberRequestEmail> for ::std::string::String {
        fn from(value: AddMemberRequestEmail) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for AddMemberRequestEmail {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            if value.chars().count() < 3usize {
                return Err("shorter than 3 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for AddMemberRequestEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AddMemberRequestEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for AddMemberRequestEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///Needed if the e-mail has no account yet.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AddMemberRequestName(::std::string::String);
    impl ::std::ops::Deref for AddMemberRequestName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<AddMemberRequestName> for ::std::string::String {
        fn from(value: AddMemberRequestName) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for AddMemberRequestName {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for AddMemberRequestName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AddMemberRequestName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for AddMemberRequestName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///Needed if the e-mail has no account yet: at least 12 characters.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct AddMemberRequestPassword(::std::string::String);
    impl ::std::ops::Deref for AddMemberRequestPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<AddMemberRequestPassword> for ::std::string::String {
        fn from(value: AddMemberRequestPassword) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for AddMemberRequestPassword {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 256usize {
                return Err("longer than 256 characters".into());
            }
            if value.chars().count() < 12usize {
                return Err("shorter than 12 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for AddMemberRequestPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for AddMemberRequestPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for AddMemberRequestPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///An entry of the change log.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Change {
        pub changes: ::std::vec::Vec<FieldChange>,
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        pub kind: ::std::string::String,
        ///With `undo` and `restore`: the version that was brought back.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub restored_version: ::std::option::Option<i32>,
        ///The turn it came with; absent for what was done by hand.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
        ///Who said or did it.
        pub user_id: ::uuid::Uuid,
        ///The session's version from here on; the first is 1.
        pub version: ::std::num::NonZeroU32,
    }
    impl Change {
        pub fn builder() -> builder::Change {
            Default::default()
        }
    }
    ///Some of a session's changes.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ChangePage {
        pub items: ::std::vec::Vec<Change>,
        ///The `page_token` of the next page; absent on the last.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page: ::std::option::Option<::std::string::String>,
    }
    impl ChangePage {
        pub fn builder() -> builder::ChangePage {
            Default::default()
        }
    }
    ///One thing to look at.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ComplianceFinding {
        ///What to do, for people.
        pub advice: ::std::string::String,
        ///Stable, for programs: `pay_not_stated`, `gendered_wording`, `gender_coded_wording`, `age_coded_wording`, `language_by_birth`, `equal_opportunity_not_stated`, `country_not_stated`; more may come.
        pub code: ::std::string::String,
        ///The field of the job data.
        pub field: ::std::string::String,
        ///A blocker keeps the post from being finalized, as the organization's settings want it.
        pub severity: ::std::string::String,
        ///The law or the study that it rests on.
        pub source: ::std::string::String,
        ///The words it is about, as they stand there; absent if something is missing.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub words: ::std::option::Option<::std::string::String>,
    }
    impl ComplianceFinding {
        pub fn builder() -> builder::ComplianceFinding {
            Default::default()
        }
    }
    ///What was found; an empty list is good news.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ComplianceReport {
        ///The moment whose laws were looked at.
        pub checked_at: ::chrono::DateTime<::chrono::offset::Utc>,
        pub findings: ::std::vec::Vec<ComplianceFinding>,
    }
    impl ComplianceReport {
        pub fn builder() -> builder::ComplianceReport {
            Default::default()
        }
    }
    ///What the agent answered to a conversation's message.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreateJobPostAnswer {
        pub agent_response: ::std::string::String,
        pub company_id: ::uuid::Uuid,
        pub company_name: ::std::string::String,
        pub current_step: ::std::string::String,
        ///With `error`: what happened.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error: ::std::option::Option<::std::string::String>,
        pub is_complete: bool,
        pub job_data: LegacyJobData,
        pub session_id: ::uuid::Uuid,
        ///`success` or `error`.
        pub status: ::std::string::String,
        ///With `error`: the turn that failed, or still goes on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
    }
    impl CreateJobPostAnswer {
        pub fn builder() -> builder::CreateJobPostAnswer {
            Default::default()
        }
    }
    ///A message, and whose conversation it begins or resumes.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct CreateJobPostForm {
        ///The caller's organization; nothing else is allowed.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub company_id: ::std::option::Option<::std::string::String>,
        ///The hiring company as the post shall name it. Without it: the organization's name.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub company_name: ::std::option::Option<::std::string::String>,
        pub message: CreateJobPostFormMessage,
        ///The conversation to resume.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub session_id: ::std::option::Option<::std::string::String>,
    }
    impl CreateJobPostForm {
        pub fn builder() -> builder::CreateJobPostForm {
            Default::default()
        }
    }
    ///`CreateJobPostFormMessage`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct CreateJobPostFormMessage(::std::string::String);
    impl ::std::ops::Deref for CreateJobPostFormMessage {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<CreateJobPostFormMessage> for ::std::string::String {
        fn from(value: CreateJobPostFormMessage) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for CreateJobPostFormMessage {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 8000usize {
                return Err("longer than 8000 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for CreateJobPostFormMessage {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for CreateJobPostFormMessage {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for CreateJobPostFormMessage {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///`EditJobDataIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct EditJobDataIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for EditJobDataIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<EditJobDataIdempotencyKey> for ::std::string::String {
        fn from(value: EditJobDataIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for EditJobDataIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for EditJobDataIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for EditJobDataIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for EditJobDataIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///What became of one field, and on what it rests.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FieldChange {
        pub basis: ::std::string::String,
        pub op: ::std::string::String,
        ///The field, as a JSON Pointer (RFC 6901) into the job data.
        pub path: ::std::string::String,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub position: ::std::option::Option<QuotePosition>,
        ///The user's words.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub quote: ::std::option::Option<::std::string::String>,
        ///The turn in which they were said.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
        ///As text, items of a list one a line; absent when the field was emptied.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub value: ::std::option::Option<::std::string::String>,
    }
    impl FieldChange {
        pub fn builder() -> builder::FieldChange {
            Default::default()
        }
    }
    ///One field that is not as it must be.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FieldError {
        ///What is wrong there.
        pub detail: ::std::string::String,
        ///Where: a JSON Pointer (RFC 6901) into the body, or the parameter's name after a slash.
        pub pointer: ::std::string::String,
    }
    impl FieldError {
        pub fn builder() -> builder::FieldError {
            Default::default()
        }
    }
    ///A field, and what its values rest on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FieldProvenance {
        ///A JSON Pointer (RFC 6901) into the job data.
        pub path: ::std::string::String,
        ///One, or one for each item of a list. In an event: none once the field is empty.
        pub values: ::std::vec::Vec<ValueProvenance>,
    }
    impl FieldProvenance {
        pub fn builder() -> builder::FieldProvenance {
            Default::default()
        }
    }
    ///A yes to what was shown.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct FinalizeRequest {
        ///The session's `content_hash` as it was when its content was shown.
        pub content_hash: FinalizeRequestContentHash,
    }
    impl FinalizeRequest {
        pub fn builder() -> builder::FinalizeRequest {
            Default::default()
        }
    }
    ///The session's `content_hash` as it was when its content was shown.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct FinalizeRequestContentHash(::std::string::String);
    impl ::std::ops::Deref for FinalizeRequestContentHash {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<FinalizeRequestContentHash> for ::std::string::String {
        fn from(value: FinalizeRequestContentHash) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for FinalizeRequestContentHash {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 64usize {
                return Err("longer than 64 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for FinalizeRequestContentHash {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for FinalizeRequestContentHash {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for FinalizeRequestContentHash {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///`FinalizeSessionIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct FinalizeSessionIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for FinalizeSessionIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<FinalizeSessionIdempotencyKey> for ::std::string::String {
        fn from(value: FinalizeSessionIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for FinalizeSessionIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for FinalizeSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String>
    for FinalizeSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for FinalizeSessionIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///From where to go on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct ForkRequest {
        ///The last turn that the new session has, with all before it. Absent: all that have ended.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
    }
    impl ForkRequest {
        pub fn builder() -> builder::ForkRequest {
            Default::default()
        }
    }
    ///`ForkSessionIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct ForkSessionIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for ForkSessionIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<ForkSessionIdempotencyKey> for ::std::string::String {
        fn from(value: ForkSessionIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for ForkSessionIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for ForkSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for ForkSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for ForkSessionIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///All is well; otherwise there is a problem instead.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Health {
        ///Always `ok`.
        pub status: ::std::string::String,
    }
    impl Health {
        pub fn builder() -> builder::Health {
            Default::default()
        }
    }
    ///What a job post says. What nobody said is absent, or an empty list.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JobData {
        pub benefits: ::std::vec::Vec<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub department: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        pub enable_ai_interview: bool,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub experience_level: ::std::option::Option<::std::string::String>,
        pub is_featured: bool,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub location: ::std::option::Option<::std::string::String>,
        pub requirements: ::std::vec::Vec<::std::string::String>,
        pub responsibilities: ::std::vec::Vec<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub salary: ::std::option::Option<Salary>,
        pub skills: ::std::vec::Vec<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub title: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub work_type: ::std::option::Option<::std::string::String>,
    }
    impl JobData {
        pub fn builder() -> builder::JobData {
            Default::default()
        }
    }
    ///The name of a field of the job data; `salary` stands for all that begin with it.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum JobDataField {
        #[serde(rename = "title")]
        Title,
        #[serde(rename = "description")]
        Description,
        #[serde(rename = "requirements")]
        Requirements,
        #[serde(rename = "responsibilities")]
        Responsibilities,
        #[serde(rename = "benefits")]
        Benefits,
        #[serde(rename = "skills")]
        Skills,
        #[serde(rename = "experience_level")]
        ExperienceLevel,
        #[serde(rename = "location")]
        Location,
        #[serde(rename = "work_type")]
        WorkType,
        #[serde(rename = "salary")]
        Salary,
        #[serde(rename = "salary_min")]
        SalaryMin,
        #[serde(rename = "salary_max")]
        SalaryMax,
        #[serde(rename = "salary_currency")]
        SalaryCurrency,
        #[serde(rename = "salary_period")]
        SalaryPeriod,
        #[serde(rename = "department")]
        Department,
        #[serde(rename = "enable_ai_interview")]
        EnableAiInterview,
        #[serde(rename = "is_featured")]
        IsFeatured,
    }
    impl ::std::fmt::Display for JobDataField {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Title => f.write_str("title"),
                Self::Description => f.write_str("description"),
                Self::Requirements => f.write_str("requirements"),
                Self::Responsibilities => f.write_str("responsibilities"),
                Self::Benefits => f.write_str("benefits"),
                Self::Skills => f.write_str("skills"),
                Self::ExperienceLevel => f.write_str("experience_level"),
                Self::Location => f.write_str("location"),
                Self::WorkType => f.write_str("work_type"),
                Self::Salary => f.write_str("salary"),
                Self::SalaryMin => f.write_str("salary_min"),
                Self::SalaryMax => f.write_str("salary_max"),
                Self::SalaryCurrency => f.write_str("salary_currency"),
                Self::SalaryPeriod => f.write_str("salary_period"),
                Self::Department => f.write_str("department"),
                Self::EnableAiInterview => f.write_str("enable_ai_interview"),
                Self::IsFeatured => f.write_str("is_featured"),
            }
        }
    }
    impl ::std::str::FromStr for JobDataField {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "title" => Ok(Self::Title),
                "description" => Ok(Self::Description),
                "requirements" => Ok(Self::Requirements),
                "responsibilities" => Ok(Self::Responsibilities),
                "benefits" => Ok(Self::Benefits),
                "skills" => Ok(Self::Skills),
                "experience_level" => Ok(Self::ExperienceLevel),
                "location" => Ok(Self::Location),
                "work_type" => Ok(Self::WorkType),
                "salary" => Ok(Self::Salary),
                "salary_min" => Ok(Self::SalaryMin),
                "salary_max" => Ok(Self::SalaryMax),
                "salary_currency" => Ok(Self::SalaryCurrency),
                "salary_period" => Ok(Self::SalaryPeriod),
                "department" => Ok(Self::Department),
                "enable_ai_interview" => Ok(Self::EnableAiInterview),
                "is_featured" => Ok(Self::IsFeatured),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for JobDataField {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for JobDataField {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What becomes of the job data: absent fields stay, null empties one, a list replaces the one that was there.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct JobDataPatch {
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub benefits: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        ///Fields to empty, for clients that cannot send null.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub clear: ::std::vec::Vec<JobDataField>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub department: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub enable_ai_interview: ::std::option::Option<bool>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub experience_level: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub is_featured: ::std::option::Option<bool>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub location: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub requirements: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub responsibilities: ::std::option::Option<
            ::std::vec::Vec<::std::string::String>,
        >,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub salary: ::std::option::Option<SalaryPatch>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub skills: ::std::option::Option<::std::vec::Vec<::std::string::String>>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub title: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub work_type: ::std::option::Option<::std::string::String>,
    }
    impl JobDataPatch {
        pub fn builder() -> builder::JobDataPatch {
            Default::default()
        }
    }
    ///A finished job post. It never changes, and outlives its session.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JobPost {
        pub company_name: ::std::string::String,
        pub content: JobData,
        pub content_hash: ::std::string::String,
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        pub id: ::uuid::Uuid,
        ///1 for the first job post of its session.
        pub revision: ::std::num::NonZeroU32,
        ///The session it came from, which may be gone.
        pub session_id: ::uuid::Uuid,
        ///The version of the session that it was made from, where that is known.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<i32>,
    }
    impl JobPost {
        pub fn builder() -> builder::JobPost {
            Default::default()
        }
    }
    ///What the agent answered to a message.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JobPostChatAnswer {
        pub agent_response: ::std::string::String,
        pub current_step: ::std::string::String,
        ///With `error`: what happened.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error: ::std::option::Option<::std::string::String>,
        pub is_complete: bool,
        pub job_data: LegacyJobData,
        ///Null when there is no such conversation.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub session_id: ::std::option::Option<::uuid::Uuid>,
        ///`success` or `error`.
        pub status: ::std::string::String,
        ///With `error`: the turn that failed, or still goes on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
    }
    impl JobPostChatAnswer {
        pub fn builder() -> builder::JobPostChatAnswer {
            Default::default()
        }
    }
    ///A message in a conversation.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JobPostChatForm {
        pub message: JobPostChatFormMessage,
        pub session_id: ::std::string::String,
    }
    impl JobPostChatForm {
        pub fn builder() -> builder::JobPostChatForm {
            Default::default()
        }
    }
    ///`JobPostChatFormMessage`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct JobPostChatFormMessage(::std::string::String);
    impl ::std::ops::Deref for JobPostChatFormMessage {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<JobPostChatFormMessage> for ::std::string::String {
        fn from(value: JobPostChatFormMessage) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for JobPostChatFormMessage {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 8000usize {
                return Err("longer than 8000 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for JobPostChatFormMessage {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for JobPostChatFormMessage {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for JobPostChatFormMessage {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///Some of the organization's job posts.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JobPostPage {
        pub items: ::std::vec::Vec<JobPost>,
        ///The `page_token` of the next page; absent on the last.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page: ::std::option::Option<::std::string::String>,
    }
    impl JobPostPage {
        pub fn builder() -> builder::JobPostPage {
            Default::default()
        }
    }
    ///A conversation.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JobPostSessionAnswer {
        pub company_id: ::uuid::Uuid,
        pub company_name: ::std::string::String,
        ///How many messages were said, with the greeting and the agent's answers.
        pub conversation_turns: i32,
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        pub current_step: ::std::string::String,
        pub is_complete: bool,
        pub job_data: LegacyJobData,
        pub last_updated: ::chrono::DateTime<::chrono::offset::Utc>,
        pub session_id: ::uuid::Uuid,
        ///Always `success`.
        pub status: ::std::string::String,
    }
    impl JobPostSessionAnswer {
        pub fn builder() -> builder::JobPostSessionAnswer {
            Default::default()
        }
    }
    ///A conversation is gone.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct JobPostSessionDeleted {
        pub message: ::std::string::String,
        ///Always `success`.
        pub status: ::std::string::String,
    }
    impl JobPostSessionDeleted {
        pub fn builder() -> builder::JobPostSessionDeleted {
            Default::default()
        }
    }
    ///A JSON Web Key Set.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct KeySet {
        pub keys: ::std::vec::Vec<SigningKey>,
    }
    impl KeySet {
        pub fn builder() -> builder::KeySet {
            Default::default()
        }
    }
    ///All 15 keys are there, but for the answer about a conversation that is gone: there none is. Unknown text is `""`, unknown numbers are null.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct LegacyJobData {
        ///Lines that begin with `• `.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub benefits: ::std::option::Option<::std::string::String>,
        ///ISO 4217, or `""` until somebody says it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub currency: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub department: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub description: ::std::option::Option<::std::string::String>,
        #[serde(
            rename = "enableAiInterview",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub enable_ai_interview: ::std::option::Option<bool>,
        ///`""`, `entry`, `junior`, `mid`, `senior`, `lead`, `principal` or `executive`.
        #[serde(
            rename = "experienceLevel",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub experience_level: ::std::option::Option<::std::string::String>,
        #[serde(
            rename = "isFeatured",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub is_featured: ::std::option::Option<bool>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub location: ::std::option::Option<::std::string::String>,
        ///Lines that begin with `• `.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub requirements: ::std::option::Option<::std::string::String>,
        ///Lines that begin with `• `.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub responsibilities: ::std::option::Option<::std::string::String>,
        #[serde(
            rename = "salaryMax",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub salary_max: ::std::option::Option<f64>,
        #[serde(
            rename = "salaryMin",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub salary_min: ::std::option::Option<f64>,
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub skills: ::std::vec::Vec<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub title: ::std::option::Option<::std::string::String>,
        ///`""`, `onsite`, `remote` or `hybrid`.
        #[serde(
            rename = "workType",
            skip_serializing_if = "::std::option::Option::is_none"
        )]
        pub work_type: ::std::option::Option<::std::string::String>,
    }
    impl LegacyJobData {
        pub fn builder() -> builder::LegacyJobData {
            Default::default()
        }
    }
    ///An error of the original routes.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct LegacyProblem {
        ///What happened, for programs.
        pub code: ::std::string::String,
        ///What happened, for people.
        pub error: ::std::string::String,
        ///With 422: each field that is wrong.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub errors: ::std::vec::Vec<FieldError>,
        ///The request's id, also in the header X-Request-Id and in our logs.
        pub request_id: ::std::string::String,
        ///Always `error`.
        pub status: ::std::string::String,
    }
    impl LegacyProblem {
        pub fn builder() -> builder::LegacyProblem {
            Default::default()
        }
    }
    ///The caller, the organization of their token, and all they belong to.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Me {
        pub email: ::std::string::String,
        pub name: ::std::string::String,
        ///The organization that the access token is for.
        pub organization_id: ::uuid::Uuid,
        pub organizations: ::std::vec::Vec<Membership>,
        ///What the caller may do there.
        pub role: ::std::string::String,
        pub user_id: ::uuid::Uuid,
    }
    impl Me {
        pub fn builder() -> builder::Me {
            Default::default()
        }
    }
    ///Somebody who belongs to the organization.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Member {
        ///When they joined.
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        pub email: ::std::string::String,
        pub name: ::std::string::String,
        ///What they may do.
        pub role: ::std::string::String,
        pub user_id: ::uuid::Uuid,
    }
    impl Member {
        pub fn builder() -> builder::Member {
            Default::default()
        }
    }
    ///Some of the organization's members.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct MemberPage {
        pub items: ::std::vec::Vec<Member>,
        ///The `page_token` of the next page; absent on the last.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page: ::std::option::Option<::std::string::String>,
    }
    impl MemberPage {
        pub fn builder() -> builder::MemberPage {
            Default::default()
        }
    }
    ///An organization that a person belongs to, and as what.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Membership {
        pub id: ::uuid::Uuid,
        pub name: ::std::string::String,
        pub role: ::std::string::String,
    }
    impl Membership {
        pub fn builder() -> builder::Membership {
            Default::default()
        }
    }
    ///Something that was said.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Message {
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        pub id: ::uuid::Uuid,
        ///Who said it: the user, or the agent.
        pub role: ::std::string::String,
        pub text: ::std::string::String,
        ///The turn it belongs to; the greeting belongs to none.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
    }
    impl Message {
        pub fn builder() -> builder::Message {
            Default::default()
        }
    }
    ///Some of a session's messages.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct MessagePage {
        pub items: ::std::vec::Vec<Message>,
        ///The `page_token` of the next page; absent on the last.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page: ::std::option::Option<::std::string::String>,
    }
    impl MessagePage {
        pub fn builder() -> builder::MessagePage {
            Default::default()
        }
    }
    ///What to do with a message while earlier turns of its session are under way. `enqueue` (the default): it waits for its place. `reject`: it is refused (409). `replace`: they are cancelled, also the one that runs.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum OnBusy {
        #[serde(rename = "enqueue")]
        Enqueue,
        #[serde(rename = "reject")]
        Reject,
        #[serde(rename = "replace")]
        Replace,
    }
    impl ::std::fmt::Display for OnBusy {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Enqueue => f.write_str("enqueue"),
                Self::Reject => f.write_str("reject"),
                Self::Replace => f.write_str("replace"),
            }
        }
    }
    impl ::std::str::FromStr for OnBusy {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "enqueue" => Ok(Self::Enqueue),
                "reject" => Ok(Self::Reject),
                "replace" => Ok(Self::Replace),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for OnBusy {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for OnBusy {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///A company that hires, and what it demands of its job posts.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Organization {
        ///Codes of the findings of the compliance check that keep a post back; the others are warnings.
        pub blocking_rules: ::std::vec::Vec<::std::string::String>,
        pub id: ::uuid::Uuid,
        pub name: ::std::string::String,
        ///Fields that a post must have before it can be finalized, besides a title and one more.
        pub required_fields: ::std::vec::Vec<::std::string::String>,
        ///How long a session lives after its last turn or edit.
        pub session_lifetime_seconds: i32,
    }
    impl Organization {
        pub fn builder() -> builder::Organization {
            Default::default()
        }
    }
    ///One operation of a JSON Patch (RFC 6902).
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct PatchOperation {
        ///With `move` and `copy`: from where.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub from: ::std::option::Option<::std::string::String>,
        pub op: ::std::string::String,
        ///Where: a JSON Pointer (RFC 6901) into the job data.
        pub path: ::std::string::String,
        ///With `add`, `replace` and `test`: any JSON value.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub value: ::std::option::Option<::serde_json::Value>,
    }
    impl PatchOperation {
        pub fn builder() -> builder::PatchOperation {
            Default::default()
        }
    }
    ///An error (RFC 9457). `code` is stable; `detail` is for people and may change.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Problem {
        ///What happened, for programs.
        pub code: ::std::string::String,
        ///What happened, for people.
        pub detail: ::std::string::String,
        ///With 422: each field that is wrong.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub errors: ::std::vec::Vec<FieldError>,
        ///The request's id, also in the header X-Request-Id and in our logs.
        pub request_id: ::std::string::String,
        ///The HTTP status.
        pub status: i32,
        ///The status in words.
        pub title: ::std::string::String,
        ///A name for this kind of problem, as a URI.
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
    }
    impl Problem {
        pub fn builder() -> builder::Problem {
            Default::default()
        }
    }
    ///What the values of a session's job data rest on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Provenance {
        ///The fields that have a value.
        pub fields: ::std::vec::Vec<FieldProvenance>,
        ///How often the job data had changed.
        pub version: i32,
    }
    impl Provenance {
        pub fn builder() -> builder::Provenance {
            Default::default()
        }
    }
    ///Where a quote stands in its message, in characters (Unicode code points).
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct QuotePosition {
        ///That behind its last character.
        pub end: i64,
        ///That of its first character, from 0.
        pub start: i64,
    }
    impl QuotePosition {
        pub fn builder() -> builder::QuotePosition {
            Default::default()
        }
    }
    ///The refresh token of a sign-in, or of the last refresh.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct RefreshRequest {
        ///For another organization of the person. Without it: the same as before.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub organization_id: ::std::option::Option<::uuid::Uuid>,
        pub refresh_token: RefreshRequestRefreshToken,
    }
    impl RefreshRequest {
        pub fn builder() -> builder::RefreshRequest {
            Default::default()
        }
    }
    ///`RefreshRequestRefreshToken`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct RefreshRequestRefreshToken(::std::string::String);
    impl ::std::ops::Deref for RefreshRequestRefreshToken {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<RefreshRequestRefreshToken> for ::std::string::String {
        fn from(value: RefreshRequestRefreshToken) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for RefreshRequestRefreshToken {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 512usize {
                return Err("longer than 512 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for RefreshRequestRefreshToken {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for RefreshRequestRefreshToken {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for RefreshRequestRefreshToken {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///A field that may be required. A salary is an amount, be it the least or the most.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum RequiredField {
        #[serde(rename = "description")]
        Description,
        #[serde(rename = "requirements")]
        Requirements,
        #[serde(rename = "responsibilities")]
        Responsibilities,
        #[serde(rename = "benefits")]
        Benefits,
        #[serde(rename = "skills")]
        Skills,
        #[serde(rename = "experience_level")]
        ExperienceLevel,
        #[serde(rename = "location")]
        Location,
        #[serde(rename = "work_type")]
        WorkType,
        #[serde(rename = "salary")]
        Salary,
        #[serde(rename = "department")]
        Department,
    }
    impl ::std::fmt::Display for RequiredField {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Description => f.write_str("description"),
                Self::Requirements => f.write_str("requirements"),
                Self::Responsibilities => f.write_str("responsibilities"),
                Self::Benefits => f.write_str("benefits"),
                Self::Skills => f.write_str("skills"),
                Self::ExperienceLevel => f.write_str("experience_level"),
                Self::Location => f.write_str("location"),
                Self::WorkType => f.write_str("work_type"),
                Self::Salary => f.write_str("salary"),
                Self::Department => f.write_str("department"),
            }
        }
    }
    impl ::std::str::FromStr for RequiredField {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "description" => Ok(Self::Description),
                "requirements" => Ok(Self::Requirements),
                "responsibilities" => Ok(Self::Responsibilities),
                "benefits" => Ok(Self::Benefits),
                "skills" => Ok(Self::Skills),
                "experience_level" => Ok(Self::ExperienceLevel),
                "location" => Ok(Self::Location),
                "work_type" => Ok(Self::WorkType),
                "salary" => Ok(Self::Salary),
                "department" => Ok(Self::Department),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for RequiredField {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for RequiredField {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///What to go back to: one of the two.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct RestoreRequest {
        ///The number of one of the session's job posts.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub revision: ::std::option::Option<::std::num::NonZeroU32>,
        ///A version of the change log; 0 is before the first change.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<i32>,
    }
    impl RestoreRequest {
        pub fn builder() -> builder::RestoreRequest {
            Default::default()
        }
    }
    ///`RestoreSessionIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct RestoreSessionIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for RestoreSessionIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<RestoreSessionIdempotencyKey> for ::std::string::String {
        fn from(value: RestoreSessionIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for RestoreSessionIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for RestoreSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String>
    for RestoreSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for RestoreSessionIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///`RetryTurnIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct RetryTurnIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for RetryTurnIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<RetryTurnIdempotencyKey> for ::std::string::String {
        fn from(value: RetryTurnIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for RetryTurnIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for RetryTurnIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for RetryTurnIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for RetryTurnIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///A role to give somebody.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum Role {
        #[serde(rename = "owner")]
        Owner,
        #[serde(rename = "admin")]
        Admin,
        #[serde(rename = "member")]
        Member,
        #[serde(rename = "viewer")]
        Viewer,
    }
    impl ::std::fmt::Display for Role {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Owner => f.write_str("owner"),
                Self::Admin => f.write_str("admin"),
                Self::Member => f.write_str("member"),
                Self::Viewer => f.write_str("viewer"),
            }
        }
    }
    impl ::std::str::FromStr for Role {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "owner" => Ok(Self::Owner),
                "admin" => Ok(Self::Admin),
                "member" => Ok(Self::Member),
                "viewer" => Ok(Self::Viewer),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for Role {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for Role {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///Pay in major units of the currency, for one period.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct Salary {
        ///ISO 4217.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub currency: ::std::option::Option<::std::string::String>,
        ///A decimal number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub max: ::std::option::Option<::std::string::String>,
        ///A decimal number.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub min: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub period: ::std::option::Option<::std::string::String>,
    }
    impl Salary {
        pub fn builder() -> builder::Salary {
            Default::default()
        }
    }
    ///What becomes of the pay.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct SalaryPatch {
        ///ISO 4217.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub currency: ::std::option::Option<::std::string::String>,
        ///A decimal number: digits, and two more after a point at the most.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub max: ::std::option::Option<::std::string::String>,
        ///A decimal number: digits, and two more after a point at the most.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub min: ::std::option::Option<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub period: ::std::option::Option<::std::string::String>,
    }
    impl SalaryPatch {
        pub fn builder() -> builder::SalaryPatch {
            Default::default()
        }
    }
    ///What answers here.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ServiceInfo {
        ///Where the interactive documentation is.
        pub docs: ::std::string::String,
        pub name: ::std::string::String,
        pub version: ::std::string::String,
    }
    impl ServiceInfo {
        pub fn builder() -> builder::ServiceInfo {
            Default::default()
        }
    }
    ///A conversation and the job post that grows in it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Session {
        ///The hiring company as the post names it.
        pub company_name: ::std::string::String,
        ///Stands for what a yes would publish now; for finalizing.
        pub content_hash: ::std::string::String,
        ///How many messages were said, with the greeting and the agent's answers.
        pub conversation_turns: i32,
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///What the conversation is about now.
        pub current_step: ::std::string::String,
        ///When it will be gone, unless something more is said or changed.
        pub expires_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///The session it began as a copy of, which may be gone.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub forked_from: ::std::option::Option<::uuid::Uuid>,
        pub id: ::uuid::Uuid,
        ///Whether the user has said yes to the summary.
        pub is_complete: bool,
        pub job_data: JobData,
        ///The language to speak while no message tells one (BCP 47), where one was wished for.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub locale: ::std::option::Option<::std::string::String>,
        ///Which job post of the session it is about, from 1: the one that is finished, else the one that would be next.
        pub revision: ::std::num::NonZeroU32,
        pub status: SessionStatus,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub suggestions: ::std::option::Option<JobData>,
        pub updated_at: ::chrono::DateTime<::chrono::offset::Utc>,
        ///Whose it is.
        pub user_id: ::uuid::Uuid,
        ///How often the job data has changed.
        pub version: i32,
    }
    impl Session {
        pub fn builder() -> builder::Session {
            Default::default()
        }
    }
    ///Something that happened in a session. Which fields there are follows from the type.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SessionEvent {
        ///Which attempt at the turn it belongs to, from 1.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub attempt: ::std::option::Option<i32>,
        ///`turn.failed`: why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub code: ::std::option::Option<::std::string::String>,
        ///When it happened; absent only with `stream.closed`.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub created_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        ///`job_post.finalized`: the job post.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub job_post_id: ::std::option::Option<::uuid::Uuid>,
        ///`message.completed`: the answer's message.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub message_id: ::std::option::Option<::uuid::Uuid>,
        ///`job_data.changed`: how the job data changed (RFC 6902).
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub patch: ::std::vec::Vec<PatchOperation>,
        ///`job_data.changed`: the fields whose values rest on something else from here on.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub provenance: ::std::vec::Vec<FieldProvenance>,
        ///`stream.closed`: why.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reason: ::std::option::Option<::std::string::String>,
        ///`job_post.finalized`: which one of the session, from 1.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub revision: ::std::option::Option<::std::num::NonZeroU32>,
        ///Its number in the session; numbers rise, and some may be missing.
        pub sequence: i64,
        ///`text.delta`: a piece of the answer. `message.completed`: all of it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub text: ::std::option::Option<::std::string::String>,
        ///The turn it belongs to.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
        #[serde(rename = "type")]
        pub type_: ::std::string::String,
        ///`job_data.changed`: the session's version from here on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub version: ::std::option::Option<i32>,
    }
    impl SessionEvent {
        pub fn builder() -> builder::SessionEvent {
            Default::default()
        }
    }
    ///Some of the sessions.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SessionPage {
        pub items: ::std::vec::Vec<Session>,
        ///The `page_token` of the next page; absent on the last.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page: ::std::option::Option<::std::string::String>,
    }
    impl SessionPage {
        pub fn builder() -> builder::SessionPage {
            Default::default()
        }
    }
    ///Whether a conversation has led to a job post.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum SessionStatus {
        #[serde(rename = "active")]
        Active,
        #[serde(rename = "complete")]
        Complete,
    }
    impl ::std::fmt::Display for SessionStatus {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Active => f.write_str("active"),
                Self::Complete => f.write_str("complete"),
            }
        }
    }
    impl ::std::str::FromStr for SessionStatus {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "active" => Ok(Self::Active),
                "complete" => Ok(Self::Complete),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for SessionStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SessionStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///E-mail and password.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SignInRequest {
        pub email: SignInRequestEmail,
        ///For which organization, if the person belongs to several. Without it: the one they have belonged to longest.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub organization_id: ::std::option::Option<::uuid::Uuid>,
        pub password: SignInRequestPassword,
    }
    impl SignInRequest {
        pub fn builder() -> builder::SignInRequest {
            Default::default()
        }
    }
    ///`SignInRequestEmail`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignInRequestEmail(::std::string::String);
    impl ::std::ops::Deref for SignInRequestEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SignInRequestEmail> for ::std::string::String {
        fn from(value: SignInRequestEmail) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for SignInRequestEmail {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for SignInRequestEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SignInRequestEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SignInRequestEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///`SignInRequestPassword`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignInRequestPassword(::std::string::String);
    impl ::std::ops::Deref for SignInRequestPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SignInRequestPassword> for ::std::string::String {
        fn from(value: SignInRequestPassword) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for SignInRequestPassword {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 256usize {
                return Err("longer than 256 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for SignInRequestPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SignInRequestPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SignInRequestPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///A person and their new organization.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SignUpRequest {
        pub email: SignUpRequestEmail,
        pub name: SignUpRequestName,
        pub organization_name: SignUpRequestOrganizationName,
        ///At least 12 characters, and not one that is easily guessed.
        pub password: SignUpRequestPassword,
    }
    impl SignUpRequest {
        pub fn builder() -> builder::SignUpRequest {
            Default::default()
        }
    }
    ///`SignUpRequestEmail`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpRequestEmail(::std::string::String);
    impl ::std::ops::Deref for SignUpRequestEmail {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SignUpRequestEmail> for ::std::string::String {
        fn from(value: SignUpRequestEmail) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for SignUpRequestEmail {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 254usize {
                return Err("longer than 254 characters".into());
            }
            if value.chars().count() < 3usize {
                return Err("shorter than 3 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for SignUpRequestEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SignUpRequestEmail {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SignUpRequestEmail {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///`SignUpRequestName`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpRequestName(::std::string::String);
    impl ::std::ops::Deref for SignUpRequestName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SignUpRequestName> for ::std::string::String {
        fn from(value: SignUpRequestName) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for SignUpRequestName {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for SignUpRequestName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SignUpRequestName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SignUpRequestName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///`SignUpRequestOrganizationName`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpRequestOrganizationName(::std::string::String);
    impl ::std::ops::Deref for SignUpRequestOrganizationName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SignUpRequestOrganizationName> for ::std::string::String {
        fn from(value: SignUpRequestOrganizationName) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for SignUpRequestOrganizationName {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for SignUpRequestOrganizationName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String>
    for SignUpRequestOrganizationName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SignUpRequestOrganizationName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///At least 12 characters, and not one that is easily guessed.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct SignUpRequestPassword(::std::string::String);
    impl ::std::ops::Deref for SignUpRequestPassword {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<SignUpRequestPassword> for ::std::string::String {
        fn from(value: SignUpRequestPassword) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for SignUpRequestPassword {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 256usize {
                return Err("longer than 256 characters".into());
            }
            if value.chars().count() < 12usize {
                return Err("shorter than 12 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for SignUpRequestPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for SignUpRequestPassword {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for SignUpRequestPassword {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///The public half of an Ed25519 key (RFC 8037).
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct SigningKey {
        pub alg: ::std::string::String,
        pub crv: ::std::string::String,
        pub kid: ::std::string::String,
        pub kty: ::std::string::String,
        #[serde(rename = "use")]
        pub use_: ::std::string::String,
        ///The public key, base64url.
        pub x: ::std::string::String,
    }
    impl SigningKey {
        pub fn builder() -> builder::SigningKey {
            Default::default()
        }
    }
    ///`StartSessionIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct StartSessionIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for StartSessionIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<StartSessionIdempotencyKey> for ::std::string::String {
        fn from(value: StartSessionIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for StartSessionIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for StartSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for StartSessionIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for StartSessionIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///A conversation to begin.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct StartSessionRequest {
        ///The hiring company as the post shall name it. Without it: the organization's name. Fixed from here on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub company_name: ::std::option::Option<StartSessionRequestCompanyName>,
        ///The language to speak while no message tells one, as BCP 47 writes it; the greeting is in it.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub locale: ::std::option::Option<StartSessionRequestLocale>,
    }
    impl StartSessionRequest {
        pub fn builder() -> builder::StartSessionRequest {
            Default::default()
        }
    }
    ///The hiring company as the post shall name it. Without it: the organization's name. Fixed from here on.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct StartSessionRequestCompanyName(::std::string::String);
    impl ::std::ops::Deref for StartSessionRequestCompanyName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<StartSessionRequestCompanyName> for ::std::string::String {
        fn from(value: StartSessionRequestCompanyName) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for StartSessionRequestCompanyName {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for StartSessionRequestCompanyName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String>
    for StartSessionRequestCompanyName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for StartSessionRequestCompanyName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///The language to speak while no message tells one, as BCP 47 writes it; the greeting is in it.
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct StartSessionRequestLocale(::std::string::String);
    impl ::std::ops::Deref for StartSessionRequestLocale {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<StartSessionRequestLocale> for ::std::string::String {
        fn from(value: StartSessionRequestLocale) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for StartSessionRequestLocale {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 35usize {
                return Err("longer than 35 characters".into());
            }
            if value.chars().count() < 2usize {
                return Err("shorter than 2 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for StartSessionRequestLocale {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for StartSessionRequestLocale {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for StartSessionRequestLocale {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///`StartTurnIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct StartTurnIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for StartTurnIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<StartTurnIdempotencyKey> for ::std::string::String {
        fn from(value: StartTurnIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for StartTurnIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for StartTurnIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for StartTurnIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for StartTurnIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///What the user says.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct StartTurnRequest {
        pub message: StartTurnRequestMessage,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub on_busy: ::std::option::Option<OnBusy>,
    }
    impl StartTurnRequest {
        pub fn builder() -> builder::StartTurnRequest {
            Default::default()
        }
    }
    ///`StartTurnRequestMessage`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct StartTurnRequestMessage(::std::string::String);
    impl ::std::ops::Deref for StartTurnRequestMessage {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<StartTurnRequestMessage> for ::std::string::String {
        fn from(value: StartTurnRequestMessage) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for StartTurnRequestMessage {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 8000usize {
                return Err("longer than 8000 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for StartTurnRequestMessage {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for StartTurnRequestMessage {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for StartTurnRequestMessage {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///What a client keeps of a sign-in.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Tokens {
        ///A JWT for the header `Authorization: Bearer …`.
        pub access_token: ::std::string::String,
        ///Seconds that the access token lives.
        pub expires_in: i64,
        ///The organization that the tokens are for.
        pub organization_id: ::uuid::Uuid,
        ///Good for one refresh.
        pub refresh_token: ::std::string::String,
        ///Always `Bearer`.
        pub token_type: ::std::string::String,
    }
    impl Tokens {
        pub fn builder() -> builder::Tokens {
            Default::default()
        }
    }
    ///A message and what became of it.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct Turn {
        ///On the answer that accepts the message: how many turns of the session run before this one.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub ahead: ::std::option::Option<i32>,
        pub created_at: ::chrono::DateTime<::chrono::offset::Utc>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub error: ::std::option::Option<TurnError>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub finished_at: ::std::option::Option<
            ::chrono::DateTime<::chrono::offset::Utc>,
        >,
        pub id: ::uuid::Uuid,
        ///What the user said.
        pub message: ::std::string::String,
        ///On the answer that accepts the message: the turns that were cancelled for it, if there were any.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub replaced: ::std::vec::Vec<::uuid::Uuid>,
        ///What the agent answered, once the turn has succeeded.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub reply: ::std::option::Option<::std::string::String>,
        ///The failed turn whose message this one tries again.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub retry_of: ::std::option::Option<::uuid::Uuid>,
        ///1 for the first turn of its session.
        pub sequence: ::std::num::NonZeroU32,
        pub session_id: ::uuid::Uuid,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub started_at: ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
        pub status: TurnStatus,
    }
    impl Turn {
        pub fn builder() -> builder::Turn {
            Default::default()
        }
    }
    ///Why a turn failed. The message is kept and the session goes on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct TurnError {
        ///For programs: `llm_overloaded`, `llm_timeout` and others.
        pub code: ::std::string::String,
        ///For people.
        pub detail: ::std::string::String,
    }
    impl TurnError {
        pub fn builder() -> builder::TurnError {
            Default::default()
        }
    }
    ///Some of a session's turns.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct TurnPage {
        pub items: ::std::vec::Vec<Turn>,
        ///The `page_token` of the next page; absent on the last.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub next_page: ::std::option::Option<::std::string::String>,
    }
    impl TurnPage {
        pub fn builder() -> builder::TurnPage {
            Default::default()
        }
    }
    ///What has become of a turn.
    #[derive(
        ::serde::Deserialize,
        ::serde::Serialize,
        Clone,
        Copy,
        Debug,
        Eq,
        Hash,
        Ord,
        PartialEq,
        PartialOrd
    )]
    pub enum TurnStatus {
        #[serde(rename = "queued")]
        Queued,
        #[serde(rename = "running")]
        Running,
        #[serde(rename = "succeeded")]
        Succeeded,
        #[serde(rename = "failed")]
        Failed,
        #[serde(rename = "cancelled")]
        Cancelled,
    }
    impl ::std::fmt::Display for TurnStatus {
        fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
            match *self {
                Self::Queued => f.write_str("queued"),
                Self::Running => f.write_str("running"),
                Self::Succeeded => f.write_str("succeeded"),
                Self::Failed => f.write_str("failed"),
                Self::Cancelled => f.write_str("cancelled"),
            }
        }
    }
    impl ::std::str::FromStr for TurnStatus {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            match value {
                "queued" => Ok(Self::Queued),
                "running" => Ok(Self::Running),
                "succeeded" => Ok(Self::Succeeded),
                "failed" => Ok(Self::Failed),
                "cancelled" => Ok(Self::Cancelled),
                _ => Err("invalid value".into()),
            }
        }
    }
    impl ::std::convert::TryFrom<&str> for TurnStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for TurnStatus {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    ///`UndoChangeIdempotencyKey`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct UndoChangeIdempotencyKey(::std::string::String);
    impl ::std::ops::Deref for UndoChangeIdempotencyKey {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<UndoChangeIdempotencyKey> for ::std::string::String {
        fn from(value: UndoChangeIdempotencyKey) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for UndoChangeIdempotencyKey {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 255usize {
                return Err("longer than 255 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for UndoChangeIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String> for UndoChangeIdempotencyKey {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for UndoChangeIdempotencyKey {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///The role that a member shall have.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct UpdateMemberRequest {
        pub role: Role,
    }
    impl UpdateMemberRequest {
        pub fn builder() -> builder::UpdateMemberRequest {
            Default::default()
        }
    }
    ///What shall be otherwise; what is absent stays.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug, Default)]
    pub struct UpdateOrganizationRequest {
        ///Codes of the findings of the compliance check that shall keep a post back.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub blocking_rules: ::std::vec::Vec<::std::string::String>,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub name: ::std::option::Option<UpdateOrganizationRequestName>,
        ///Fields that a post must have before it can be finalized, besides a title and one more.
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub required_fields: ::std::vec::Vec<RequiredField>,
        ///How long a session lives after its last turn or edit, from now on.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub session_lifetime_seconds: ::std::option::Option<i32>,
    }
    impl UpdateOrganizationRequest {
        pub fn builder() -> builder::UpdateOrganizationRequest {
            Default::default()
        }
    }
    ///`UpdateOrganizationRequestName`
    #[derive(::serde::Serialize, Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
    #[serde(transparent)]
    pub struct UpdateOrganizationRequestName(::std::string::String);
    impl ::std::ops::Deref for UpdateOrganizationRequestName {
        type Target = ::std::string::String;
        fn deref(&self) -> &::std::string::String {
            &self.0
        }
    }
    impl ::std::convert::From<UpdateOrganizationRequestName> for ::std::string::String {
        fn from(value: UpdateOrganizationRequestName) -> Self {
            value.0
        }
    }
    impl ::std::str::FromStr for UpdateOrganizationRequestName {
        type Err = self::error::ConversionError;
        fn from_str(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            if value.chars().count() > 200usize {
                return Err("longer than 200 characters".into());
            }
            if value.chars().count() < 1usize {
                return Err("shorter than 1 characters".into());
            }
            Ok(Self(value.to_string()))
        }
    }
    impl ::std::convert::TryFrom<&str> for UpdateOrganizationRequestName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: &str,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl ::std::convert::TryFrom<::std::string::String>
    for UpdateOrganizationRequestName {
        type Error = self::error::ConversionError;
        fn try_from(
            value: ::std::string::String,
        ) -> ::std::result::Result<Self, self::error::ConversionError> {
            value.parse()
        }
    }
    impl<'de> ::serde::Deserialize<'de> for UpdateOrganizationRequestName {
        fn deserialize<D>(deserializer: D) -> ::std::result::Result<Self, D::Error>
        where
            D: ::serde::Deserializer<'de>,
        {
            ::std::string::String::deserialize(deserializer)?
                .parse()
                .map_err(|e: self::error::ConversionError| {
                    <D::Error as ::serde::de::Error>::custom(e.to_string())
                })
        }
    }
    ///A value, and what it rests on.
    #[derive(::serde::Deserialize, ::serde::Serialize, Clone, Debug)]
    pub struct ValueProvenance {
        pub basis: ::std::string::String,
        ///A JSON Pointer (RFC 6901) into the job data. An assumed item of a list has no place there yet: its path ends with "-".
        pub path: ::std::string::String,
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub position: ::std::option::Option<QuotePosition>,
        ///The user's own words. With `confirmed` their yes.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub quote: ::std::option::Option<::std::string::String>,
        ///The turn whose message holds the quote; of an assumption the turn that made it; absent for edits by hand.
        #[serde(skip_serializing_if = "::std::option::Option::is_none")]
        pub turn_id: ::std::option::Option<::uuid::Uuid>,
        ///As text: plain decimals, ISO 4217 codes, "true" and "false".
        pub value: ::std::string::String,
    }
    impl ValueProvenance {
        pub fn builder() -> builder::ValueProvenance {
            Default::default()
        }
    }
    /// Types for composing complex structures.
    pub mod builder {
        #[derive(Clone, Debug)]
        pub struct AddMemberRequest {
            email: ::std::result::Result<
                super::AddMemberRequestEmail,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<super::AddMemberRequestName>,
                ::std::string::String,
            >,
            password: ::std::result::Result<
                ::std::option::Option<super::AddMemberRequestPassword>,
                ::std::string::String,
            >,
            role: ::std::result::Result<super::Role, ::std::string::String>,
        }
        impl ::std::default::Default for AddMemberRequest {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    name: Ok(Default::default()),
                    password: Ok(Default::default()),
                    role: Err("no value supplied for role".to_string()),
                }
            }
        }
        impl AddMemberRequest {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::AddMemberRequestEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::AddMemberRequestName>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::AddMemberRequestPassword>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Role>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<AddMemberRequest> for super::AddMemberRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: AddMemberRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    email: value.email?,
                    name: value.name?,
                    password: value.password?,
                    role: value.role?,
                })
            }
        }
        impl ::std::convert::From<super::AddMemberRequest> for AddMemberRequest {
            fn from(value: super::AddMemberRequest) -> Self {
                Self {
                    email: Ok(value.email),
                    name: Ok(value.name),
                    password: Ok(value.password),
                    role: Ok(value.role),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Change {
            changes: ::std::result::Result<
                ::std::vec::Vec<super::FieldChange>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            kind: ::std::result::Result<::std::string::String, ::std::string::String>,
            restored_version: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            user_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            version: ::std::result::Result<
                ::std::num::NonZeroU32,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Change {
            fn default() -> Self {
                Self {
                    changes: Err("no value supplied for changes".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    kind: Err("no value supplied for kind".to_string()),
                    restored_version: Ok(Default::default()),
                    turn_id: Ok(Default::default()),
                    user_id: Err("no value supplied for user_id".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Change {
            pub fn changes<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FieldChange>>,
                T::Error: ::std::fmt::Display,
            {
                self.changes = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for changes: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn kind<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kind = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kind: {e}")
                    });
                self
            }
            pub fn restored_version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.restored_version = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for restored_version: {e}"
                        )
                    });
                self
            }
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
            pub fn user_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.user_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_id: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::num::NonZeroU32>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Change> for super::Change {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Change,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    changes: value.changes?,
                    created_at: value.created_at?,
                    kind: value.kind?,
                    restored_version: value.restored_version?,
                    turn_id: value.turn_id?,
                    user_id: value.user_id?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Change> for Change {
            fn from(value: super::Change) -> Self {
                Self {
                    changes: Ok(value.changes),
                    created_at: Ok(value.created_at),
                    kind: Ok(value.kind),
                    restored_version: Ok(value.restored_version),
                    turn_id: Ok(value.turn_id),
                    user_id: Ok(value.user_id),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ChangePage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Change>,
                ::std::string::String,
            >,
            next_page: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ChangePage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Ok(Default::default()),
                }
            }
        }
        impl ChangePage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Change>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ChangePage> for super::ChangePage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ChangePage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl ::std::convert::From<super::ChangePage> for ChangePage {
            fn from(value: super::ChangePage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ComplianceFinding {
            advice: ::std::result::Result<::std::string::String, ::std::string::String>,
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            field: ::std::result::Result<::std::string::String, ::std::string::String>,
            severity: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            source: ::std::result::Result<::std::string::String, ::std::string::String>,
            words: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ComplianceFinding {
            fn default() -> Self {
                Self {
                    advice: Err("no value supplied for advice".to_string()),
                    code: Err("no value supplied for code".to_string()),
                    field: Err("no value supplied for field".to_string()),
                    severity: Err("no value supplied for severity".to_string()),
                    source: Err("no value supplied for source".to_string()),
                    words: Ok(Default::default()),
                }
            }
        }
        impl ComplianceFinding {
            pub fn advice<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.advice = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for advice: {e}")
                    });
                self
            }
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn field<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.field = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for field: {e}")
                    });
                self
            }
            pub fn severity<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.severity = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for severity: {e}")
                    });
                self
            }
            pub fn source<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.source = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for source: {e}")
                    });
                self
            }
            pub fn words<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.words = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for words: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ComplianceFinding> for super::ComplianceFinding {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ComplianceFinding,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    advice: value.advice?,
                    code: value.code?,
                    field: value.field?,
                    severity: value.severity?,
                    source: value.source?,
                    words: value.words?,
                })
            }
        }
        impl ::std::convert::From<super::ComplianceFinding> for ComplianceFinding {
            fn from(value: super::ComplianceFinding) -> Self {
                Self {
                    advice: Ok(value.advice),
                    code: Ok(value.code),
                    field: Ok(value.field),
                    severity: Ok(value.severity),
                    source: Ok(value.source),
                    words: Ok(value.words),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ComplianceReport {
            checked_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            findings: ::std::result::Result<
                ::std::vec::Vec<super::ComplianceFinding>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ComplianceReport {
            fn default() -> Self {
                Self {
                    checked_at: Err("no value supplied for checked_at".to_string()),
                    findings: Err("no value supplied for findings".to_string()),
                }
            }
        }
        impl ComplianceReport {
            pub fn checked_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.checked_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for checked_at: {e}")
                    });
                self
            }
            pub fn findings<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ComplianceFinding>>,
                T::Error: ::std::fmt::Display,
            {
                self.findings = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for findings: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ComplianceReport> for super::ComplianceReport {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ComplianceReport,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    checked_at: value.checked_at?,
                    findings: value.findings?,
                })
            }
        }
        impl ::std::convert::From<super::ComplianceReport> for ComplianceReport {
            fn from(value: super::ComplianceReport) -> Self {
                Self {
                    checked_at: Ok(value.checked_at),
                    findings: Ok(value.findings),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CreateJobPostAnswer {
            agent_response: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            company_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            company_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            current_step: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            error: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            is_complete: ::std::result::Result<bool, ::std::string::String>,
            job_data: ::std::result::Result<super::LegacyJobData, ::std::string::String>,
            session_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CreateJobPostAnswer {
            fn default() -> Self {
                Self {
                    agent_response: Err(
                        "no value supplied for agent_response".to_string(),
                    ),
                    company_id: Err("no value supplied for company_id".to_string()),
                    company_name: Err("no value supplied for company_name".to_string()),
                    current_step: Err("no value supplied for current_step".to_string()),
                    error: Ok(Default::default()),
                    is_complete: Err("no value supplied for is_complete".to_string()),
                    job_data: Err("no value supplied for job_data".to_string()),
                    session_id: Err("no value supplied for session_id".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    turn_id: Ok(Default::default()),
                }
            }
        }
        impl CreateJobPostAnswer {
            pub fn agent_response<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.agent_response = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for agent_response: {e}"
                        )
                    });
                self
            }
            pub fn company_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.company_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_id: {e}")
                    });
                self
            }
            pub fn company_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.company_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_name: {e}")
                    });
                self
            }
            pub fn current_step<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.current_step = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for current_step: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn is_complete<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_complete = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_complete: {e}")
                    });
                self
            }
            pub fn job_data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LegacyJobData>,
                T::Error: ::std::fmt::Display,
            {
                self.job_data = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for job_data: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<CreateJobPostAnswer>
        for super::CreateJobPostAnswer {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateJobPostAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    agent_response: value.agent_response?,
                    company_id: value.company_id?,
                    company_name: value.company_name?,
                    current_step: value.current_step?,
                    error: value.error?,
                    is_complete: value.is_complete?,
                    job_data: value.job_data?,
                    session_id: value.session_id?,
                    status: value.status?,
                    turn_id: value.turn_id?,
                })
            }
        }
        impl ::std::convert::From<super::CreateJobPostAnswer> for CreateJobPostAnswer {
            fn from(value: super::CreateJobPostAnswer) -> Self {
                Self {
                    agent_response: Ok(value.agent_response),
                    company_id: Ok(value.company_id),
                    company_name: Ok(value.company_name),
                    current_step: Ok(value.current_step),
                    error: Ok(value.error),
                    is_complete: Ok(value.is_complete),
                    job_data: Ok(value.job_data),
                    session_id: Ok(value.session_id),
                    status: Ok(value.status),
                    turn_id: Ok(value.turn_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct CreateJobPostForm {
            company_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            company_name: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            message: ::std::result::Result<
                super::CreateJobPostFormMessage,
                ::std::string::String,
            >,
            session_id: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for CreateJobPostForm {
            fn default() -> Self {
                Self {
                    company_id: Ok(Default::default()),
                    company_name: Ok(Default::default()),
                    message: Err("no value supplied for message".to_string()),
                    session_id: Ok(Default::default()),
                }
            }
        }
        impl CreateJobPostForm {
            pub fn company_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.company_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_id: {e}")
                    });
                self
            }
            pub fn company_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.company_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_name: {e}")
                    });
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::CreateJobPostFormMessage>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<CreateJobPostForm> for super::CreateJobPostForm {
            type Error = super::error::ConversionError;
            fn try_from(
                value: CreateJobPostForm,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    company_id: value.company_id?,
                    company_name: value.company_name?,
                    message: value.message?,
                    session_id: value.session_id?,
                })
            }
        }
        impl ::std::convert::From<super::CreateJobPostForm> for CreateJobPostForm {
            fn from(value: super::CreateJobPostForm) -> Self {
                Self {
                    company_id: Ok(value.company_id),
                    company_name: Ok(value.company_name),
                    message: Ok(value.message),
                    session_id: Ok(value.session_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FieldChange {
            basis: ::std::result::Result<::std::string::String, ::std::string::String>,
            op: ::std::result::Result<::std::string::String, ::std::string::String>,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            position: ::std::result::Result<
                ::std::option::Option<super::QuotePosition>,
                ::std::string::String,
            >,
            quote: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            value: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for FieldChange {
            fn default() -> Self {
                Self {
                    basis: Err("no value supplied for basis".to_string()),
                    op: Err("no value supplied for op".to_string()),
                    path: Err("no value supplied for path".to_string()),
                    position: Ok(Default::default()),
                    quote: Ok(Default::default()),
                    turn_id: Ok(Default::default()),
                    value: Ok(Default::default()),
                }
            }
        }
        impl FieldChange {
            pub fn basis<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.basis = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for basis: {e}")
                    });
                self
            }
            pub fn op<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.op = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for op: {e}"));
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn position<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::QuotePosition>>,
                T::Error: ::std::fmt::Display,
            {
                self.position = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for position: {e}")
                    });
                self
            }
            pub fn quote<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.quote = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for quote: {e}")
                    });
                self
            }
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
            pub fn value<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.value = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for value: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FieldChange> for super::FieldChange {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FieldChange,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    basis: value.basis?,
                    op: value.op?,
                    path: value.path?,
                    position: value.position?,
                    quote: value.quote?,
                    turn_id: value.turn_id?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::FieldChange> for FieldChange {
            fn from(value: super::FieldChange) -> Self {
                Self {
                    basis: Ok(value.basis),
                    op: Ok(value.op),
                    path: Ok(value.path),
                    position: Ok(value.position),
                    quote: Ok(value.quote),
                    turn_id: Ok(value.turn_id),
                    value: Ok(value.value),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FieldError {
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
            pointer: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for FieldError {
            fn default() -> Self {
                Self {
                    detail: Err("no value supplied for detail".to_string()),
                    pointer: Err("no value supplied for pointer".to_string()),
                }
            }
        }
        impl FieldError {
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn pointer<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.pointer = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for pointer: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FieldError> for super::FieldError {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FieldError,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    detail: value.detail?,
                    pointer: value.pointer?,
                })
            }
        }
        impl ::std::convert::From<super::FieldError> for FieldError {
            fn from(value: super::FieldError) -> Self {
                Self {
                    detail: Ok(value.detail),
                    pointer: Ok(value.pointer),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FieldProvenance {
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            values: ::std::result::Result<
                ::std::vec::Vec<super::ValueProvenance>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for FieldProvenance {
            fn default() -> Self {
                Self {
                    path: Err("no value supplied for path".to_string()),
                    values: Err("no value supplied for values".to_string()),
                }
            }
        }
        impl FieldProvenance {
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn values<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::ValueProvenance>>,
                T::Error: ::std::fmt::Display,
            {
                self.values = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for values: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FieldProvenance> for super::FieldProvenance {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FieldProvenance,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    path: value.path?,
                    values: value.values?,
                })
            }
        }
        impl ::std::convert::From<super::FieldProvenance> for FieldProvenance {
            fn from(value: super::FieldProvenance) -> Self {
                Self {
                    path: Ok(value.path),
                    values: Ok(value.values),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct FinalizeRequest {
            content_hash: ::std::result::Result<
                super::FinalizeRequestContentHash,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for FinalizeRequest {
            fn default() -> Self {
                Self {
                    content_hash: Err("no value supplied for content_hash".to_string()),
                }
            }
        }
        impl FinalizeRequest {
            pub fn content_hash<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::FinalizeRequestContentHash>,
                T::Error: ::std::fmt::Display,
            {
                self.content_hash = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for content_hash: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<FinalizeRequest> for super::FinalizeRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: FinalizeRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    content_hash: value.content_hash?,
                })
            }
        }
        impl ::std::convert::From<super::FinalizeRequest> for FinalizeRequest {
            fn from(value: super::FinalizeRequest) -> Self {
                Self {
                    content_hash: Ok(value.content_hash),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ForkRequest {
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for ForkRequest {
            fn default() -> Self {
                Self {
                    turn_id: Ok(Default::default()),
                }
            }
        }
        impl ForkRequest {
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ForkRequest> for super::ForkRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ForkRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { turn_id: value.turn_id? })
            }
        }
        impl ::std::convert::From<super::ForkRequest> for ForkRequest {
            fn from(value: super::ForkRequest) -> Self {
                Self { turn_id: Ok(value.turn_id) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Health {
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Health {
            fn default() -> Self {
                Self {
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl Health {
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Health> for super::Health {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Health,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { status: value.status? })
            }
        }
        impl ::std::convert::From<super::Health> for Health {
            fn from(value: super::Health) -> Self {
                Self { status: Ok(value.status) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobData {
            benefits: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            department: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            enable_ai_interview: ::std::result::Result<bool, ::std::string::String>,
            experience_level: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            is_featured: ::std::result::Result<bool, ::std::string::String>,
            location: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            requirements: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            responsibilities: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            salary: ::std::result::Result<
                ::std::option::Option<super::Salary>,
                ::std::string::String,
            >,
            skills: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            title: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            work_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobData {
            fn default() -> Self {
                Self {
                    benefits: Err("no value supplied for benefits".to_string()),
                    department: Ok(Default::default()),
                    description: Ok(Default::default()),
                    enable_ai_interview: Err(
                        "no value supplied for enable_ai_interview".to_string(),
                    ),
                    experience_level: Ok(Default::default()),
                    is_featured: Err("no value supplied for is_featured".to_string()),
                    location: Ok(Default::default()),
                    requirements: Err("no value supplied for requirements".to_string()),
                    responsibilities: Err(
                        "no value supplied for responsibilities".to_string(),
                    ),
                    salary: Ok(Default::default()),
                    skills: Err("no value supplied for skills".to_string()),
                    title: Ok(Default::default()),
                    work_type: Ok(Default::default()),
                }
            }
        }
        impl JobData {
            pub fn benefits<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.benefits = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for benefits: {e}")
                    });
                self
            }
            pub fn department<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.department = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for department: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn enable_ai_interview<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.enable_ai_interview = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for enable_ai_interview: {e}"
                        )
                    });
                self
            }
            pub fn experience_level<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.experience_level = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for experience_level: {e}"
                        )
                    });
                self
            }
            pub fn is_featured<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_featured = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_featured: {e}")
                    });
                self
            }
            pub fn location<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.location = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for location: {e}")
                    });
                self
            }
            pub fn requirements<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.requirements = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for requirements: {e}")
                    });
                self
            }
            pub fn responsibilities<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.responsibilities = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for responsibilities: {e}"
                        )
                    });
                self
            }
            pub fn salary<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::Salary>>,
                T::Error: ::std::fmt::Display,
            {
                self.salary = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for salary: {e}")
                    });
                self
            }
            pub fn skills<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.skills = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for skills: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn work_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.work_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for work_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobData> for super::JobData {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    benefits: value.benefits?,
                    department: value.department?,
                    description: value.description?,
                    enable_ai_interview: value.enable_ai_interview?,
                    experience_level: value.experience_level?,
                    is_featured: value.is_featured?,
                    location: value.location?,
                    requirements: value.requirements?,
                    responsibilities: value.responsibilities?,
                    salary: value.salary?,
                    skills: value.skills?,
                    title: value.title?,
                    work_type: value.work_type?,
                })
            }
        }
        impl ::std::convert::From<super::JobData> for JobData {
            fn from(value: super::JobData) -> Self {
                Self {
                    benefits: Ok(value.benefits),
                    department: Ok(value.department),
                    description: Ok(value.description),
                    enable_ai_interview: Ok(value.enable_ai_interview),
                    experience_level: Ok(value.experience_level),
                    is_featured: Ok(value.is_featured),
                    location: Ok(value.location),
                    requirements: Ok(value.requirements),
                    responsibilities: Ok(value.responsibilities),
                    salary: Ok(value.salary),
                    skills: Ok(value.skills),
                    title: Ok(value.title),
                    work_type: Ok(value.work_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobDataPatch {
            benefits: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            clear: ::std::result::Result<
                ::std::vec::Vec<super::JobDataField>,
                ::std::string::String,
            >,
            department: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            enable_ai_interview: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            experience_level: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            is_featured: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            location: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            requirements: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            responsibilities: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            salary: ::std::result::Result<
                ::std::option::Option<super::SalaryPatch>,
                ::std::string::String,
            >,
            skills: ::std::result::Result<
                ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                ::std::string::String,
            >,
            title: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            work_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobDataPatch {
            fn default() -> Self {
                Self {
                    benefits: Ok(Default::default()),
                    clear: Ok(Default::default()),
                    department: Ok(Default::default()),
                    description: Ok(Default::default()),
                    enable_ai_interview: Ok(Default::default()),
                    experience_level: Ok(Default::default()),
                    is_featured: Ok(Default::default()),
                    location: Ok(Default::default()),
                    requirements: Ok(Default::default()),
                    responsibilities: Ok(Default::default()),
                    salary: Ok(Default::default()),
                    skills: Ok(Default::default()),
                    title: Ok(Default::default()),
                    work_type: Ok(Default::default()),
                }
            }
        }
        impl JobDataPatch {
            pub fn benefits<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.benefits = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for benefits: {e}")
                    });
                self
            }
            pub fn clear<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::JobDataField>>,
                T::Error: ::std::fmt::Display,
            {
                self.clear = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for clear: {e}")
                    });
                self
            }
            pub fn department<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.department = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for department: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn enable_ai_interview<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.enable_ai_interview = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for enable_ai_interview: {e}"
                        )
                    });
                self
            }
            pub fn experience_level<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.experience_level = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for experience_level: {e}"
                        )
                    });
                self
            }
            pub fn is_featured<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_featured = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_featured: {e}")
                    });
                self
            }
            pub fn location<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.location = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for location: {e}")
                    });
                self
            }
            pub fn requirements<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.requirements = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for requirements: {e}")
                    });
                self
            }
            pub fn responsibilities<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.responsibilities = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for responsibilities: {e}"
                        )
                    });
                self
            }
            pub fn salary<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::SalaryPatch>>,
                T::Error: ::std::fmt::Display,
            {
                self.salary = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for salary: {e}")
                    });
                self
            }
            pub fn skills<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::vec::Vec<::std::string::String>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.skills = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for skills: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn work_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.work_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for work_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobDataPatch> for super::JobDataPatch {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobDataPatch,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    benefits: value.benefits?,
                    clear: value.clear?,
                    department: value.department?,
                    description: value.description?,
                    enable_ai_interview: value.enable_ai_interview?,
                    experience_level: value.experience_level?,
                    is_featured: value.is_featured?,
                    location: value.location?,
                    requirements: value.requirements?,
                    responsibilities: value.responsibilities?,
                    salary: value.salary?,
                    skills: value.skills?,
                    title: value.title?,
                    work_type: value.work_type?,
                })
            }
        }
        impl ::std::convert::From<super::JobDataPatch> for JobDataPatch {
            fn from(value: super::JobDataPatch) -> Self {
                Self {
                    benefits: Ok(value.benefits),
                    clear: Ok(value.clear),
                    department: Ok(value.department),
                    description: Ok(value.description),
                    enable_ai_interview: Ok(value.enable_ai_interview),
                    experience_level: Ok(value.experience_level),
                    is_featured: Ok(value.is_featured),
                    location: Ok(value.location),
                    requirements: Ok(value.requirements),
                    responsibilities: Ok(value.responsibilities),
                    salary: Ok(value.salary),
                    skills: Ok(value.skills),
                    title: Ok(value.title),
                    work_type: Ok(value.work_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobPost {
            company_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            content: ::std::result::Result<super::JobData, ::std::string::String>,
            content_hash: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            revision: ::std::result::Result<
                ::std::num::NonZeroU32,
                ::std::string::String,
            >,
            session_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            version: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobPost {
            fn default() -> Self {
                Self {
                    company_name: Err("no value supplied for company_name".to_string()),
                    content: Err("no value supplied for content".to_string()),
                    content_hash: Err("no value supplied for content_hash".to_string()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    revision: Err("no value supplied for revision".to_string()),
                    session_id: Err("no value supplied for session_id".to_string()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl JobPost {
            pub fn company_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.company_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_name: {e}")
                    });
                self
            }
            pub fn content<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::JobData>,
                T::Error: ::std::fmt::Display,
            {
                self.content = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for content: {e}")
                    });
                self
            }
            pub fn content_hash<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.content_hash = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for content_hash: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::num::NonZeroU32>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobPost> for super::JobPost {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobPost,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    company_name: value.company_name?,
                    content: value.content?,
                    content_hash: value.content_hash?,
                    created_at: value.created_at?,
                    id: value.id?,
                    revision: value.revision?,
                    session_id: value.session_id?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::JobPost> for JobPost {
            fn from(value: super::JobPost) -> Self {
                Self {
                    company_name: Ok(value.company_name),
                    content: Ok(value.content),
                    content_hash: Ok(value.content_hash),
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    revision: Ok(value.revision),
                    session_id: Ok(value.session_id),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobPostChatAnswer {
            agent_response: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            current_step: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            error: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            is_complete: ::std::result::Result<bool, ::std::string::String>,
            job_data: ::std::result::Result<super::LegacyJobData, ::std::string::String>,
            session_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobPostChatAnswer {
            fn default() -> Self {
                Self {
                    agent_response: Err(
                        "no value supplied for agent_response".to_string(),
                    ),
                    current_step: Err("no value supplied for current_step".to_string()),
                    error: Ok(Default::default()),
                    is_complete: Err("no value supplied for is_complete".to_string()),
                    job_data: Err("no value supplied for job_data".to_string()),
                    session_id: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                    turn_id: Ok(Default::default()),
                }
            }
        }
        impl JobPostChatAnswer {
            pub fn agent_response<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.agent_response = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for agent_response: {e}"
                        )
                    });
                self
            }
            pub fn current_step<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.current_step = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for current_step: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn is_complete<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_complete = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_complete: {e}")
                    });
                self
            }
            pub fn job_data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LegacyJobData>,
                T::Error: ::std::fmt::Display,
            {
                self.job_data = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for job_data: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobPostChatAnswer> for super::JobPostChatAnswer {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobPostChatAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    agent_response: value.agent_response?,
                    current_step: value.current_step?,
                    error: value.error?,
                    is_complete: value.is_complete?,
                    job_data: value.job_data?,
                    session_id: value.session_id?,
                    status: value.status?,
                    turn_id: value.turn_id?,
                })
            }
        }
        impl ::std::convert::From<super::JobPostChatAnswer> for JobPostChatAnswer {
            fn from(value: super::JobPostChatAnswer) -> Self {
                Self {
                    agent_response: Ok(value.agent_response),
                    current_step: Ok(value.current_step),
                    error: Ok(value.error),
                    is_complete: Ok(value.is_complete),
                    job_data: Ok(value.job_data),
                    session_id: Ok(value.session_id),
                    status: Ok(value.status),
                    turn_id: Ok(value.turn_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobPostChatForm {
            message: ::std::result::Result<
                super::JobPostChatFormMessage,
                ::std::string::String,
            >,
            session_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobPostChatForm {
            fn default() -> Self {
                Self {
                    message: Err("no value supplied for message".to_string()),
                    session_id: Err("no value supplied for session_id".to_string()),
                }
            }
        }
        impl JobPostChatForm {
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::JobPostChatFormMessage>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobPostChatForm> for super::JobPostChatForm {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobPostChatForm,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    message: value.message?,
                    session_id: value.session_id?,
                })
            }
        }
        impl ::std::convert::From<super::JobPostChatForm> for JobPostChatForm {
            fn from(value: super::JobPostChatForm) -> Self {
                Self {
                    message: Ok(value.message),
                    session_id: Ok(value.session_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobPostPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::JobPost>,
                ::std::string::String,
            >,
            next_page: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for JobPostPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Ok(Default::default()),
                }
            }
        }
        impl JobPostPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::JobPost>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobPostPage> for super::JobPostPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobPostPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl ::std::convert::From<super::JobPostPage> for JobPostPage {
            fn from(value: super::JobPostPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobPostSessionAnswer {
            company_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            company_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            conversation_turns: ::std::result::Result<i32, ::std::string::String>,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            current_step: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            is_complete: ::std::result::Result<bool, ::std::string::String>,
            job_data: ::std::result::Result<super::LegacyJobData, ::std::string::String>,
            last_updated: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            session_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for JobPostSessionAnswer {
            fn default() -> Self {
                Self {
                    company_id: Err("no value supplied for company_id".to_string()),
                    company_name: Err("no value supplied for company_name".to_string()),
                    conversation_turns: Err(
                        "no value supplied for conversation_turns".to_string(),
                    ),
                    created_at: Err("no value supplied for created_at".to_string()),
                    current_step: Err("no value supplied for current_step".to_string()),
                    is_complete: Err("no value supplied for is_complete".to_string()),
                    job_data: Err("no value supplied for job_data".to_string()),
                    last_updated: Err("no value supplied for last_updated".to_string()),
                    session_id: Err("no value supplied for session_id".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl JobPostSessionAnswer {
            pub fn company_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.company_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_id: {e}")
                    });
                self
            }
            pub fn company_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.company_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_name: {e}")
                    });
                self
            }
            pub fn conversation_turns<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.conversation_turns = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for conversation_turns: {e}"
                        )
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn current_step<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.current_step = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for current_step: {e}")
                    });
                self
            }
            pub fn is_complete<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_complete = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_complete: {e}")
                    });
                self
            }
            pub fn job_data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::LegacyJobData>,
                T::Error: ::std::fmt::Display,
            {
                self.job_data = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for job_data: {e}")
                    });
                self
            }
            pub fn last_updated<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.last_updated = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for last_updated: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobPostSessionAnswer>
        for super::JobPostSessionAnswer {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobPostSessionAnswer,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    company_id: value.company_id?,
                    company_name: value.company_name?,
                    conversation_turns: value.conversation_turns?,
                    created_at: value.created_at?,
                    current_step: value.current_step?,
                    is_complete: value.is_complete?,
                    job_data: value.job_data?,
                    last_updated: value.last_updated?,
                    session_id: value.session_id?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::JobPostSessionAnswer> for JobPostSessionAnswer {
            fn from(value: super::JobPostSessionAnswer) -> Self {
                Self {
                    company_id: Ok(value.company_id),
                    company_name: Ok(value.company_name),
                    conversation_turns: Ok(value.conversation_turns),
                    created_at: Ok(value.created_at),
                    current_step: Ok(value.current_step),
                    is_complete: Ok(value.is_complete),
                    job_data: Ok(value.job_data),
                    last_updated: Ok(value.last_updated),
                    session_id: Ok(value.session_id),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct JobPostSessionDeleted {
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for JobPostSessionDeleted {
            fn default() -> Self {
                Self {
                    message: Err("no value supplied for message".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl JobPostSessionDeleted {
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<JobPostSessionDeleted>
        for super::JobPostSessionDeleted {
            type Error = super::error::ConversionError;
            fn try_from(
                value: JobPostSessionDeleted,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    message: value.message?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::JobPostSessionDeleted>
        for JobPostSessionDeleted {
            fn from(value: super::JobPostSessionDeleted) -> Self {
                Self {
                    message: Ok(value.message),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct KeySet {
            keys: ::std::result::Result<
                ::std::vec::Vec<super::SigningKey>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for KeySet {
            fn default() -> Self {
                Self {
                    keys: Err("no value supplied for keys".to_string()),
                }
            }
        }
        impl KeySet {
            pub fn keys<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::SigningKey>>,
                T::Error: ::std::fmt::Display,
            {
                self.keys = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for keys: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<KeySet> for super::KeySet {
            type Error = super::error::ConversionError;
            fn try_from(
                value: KeySet,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { keys: value.keys? })
            }
        }
        impl ::std::convert::From<super::KeySet> for KeySet {
            fn from(value: super::KeySet) -> Self {
                Self { keys: Ok(value.keys) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct LegacyJobData {
            benefits: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            currency: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            department: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            description: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            enable_ai_interview: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            experience_level: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            is_featured: ::std::result::Result<
                ::std::option::Option<bool>,
                ::std::string::String,
            >,
            location: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            requirements: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            responsibilities: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            salary_max: ::std::result::Result<
                ::std::option::Option<f64>,
                ::std::string::String,
            >,
            salary_min: ::std::result::Result<
                ::std::option::Option<f64>,
                ::std::string::String,
            >,
            skills: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            title: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            work_type: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for LegacyJobData {
            fn default() -> Self {
                Self {
                    benefits: Ok(Default::default()),
                    currency: Ok(Default::default()),
                    department: Ok(Default::default()),
                    description: Ok(Default::default()),
                    enable_ai_interview: Ok(Default::default()),
                    experience_level: Ok(Default::default()),
                    is_featured: Ok(Default::default()),
                    location: Ok(Default::default()),
                    requirements: Ok(Default::default()),
                    responsibilities: Ok(Default::default()),
                    salary_max: Ok(Default::default()),
                    salary_min: Ok(Default::default()),
                    skills: Ok(Default::default()),
                    title: Ok(Default::default()),
                    work_type: Ok(Default::default()),
                }
            }
        }
        impl LegacyJobData {
            pub fn benefits<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.benefits = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for benefits: {e}")
                    });
                self
            }
            pub fn currency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.currency = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for currency: {e}")
                    });
                self
            }
            pub fn department<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.department = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for department: {e}")
                    });
                self
            }
            pub fn description<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.description = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for description: {e}")
                    });
                self
            }
            pub fn enable_ai_interview<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.enable_ai_interview = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for enable_ai_interview: {e}"
                        )
                    });
                self
            }
            pub fn experience_level<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.experience_level = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for experience_level: {e}"
                        )
                    });
                self
            }
            pub fn is_featured<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<bool>>,
                T::Error: ::std::fmt::Display,
            {
                self.is_featured = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_featured: {e}")
                    });
                self
            }
            pub fn location<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.location = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for location: {e}")
                    });
                self
            }
            pub fn requirements<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.requirements = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for requirements: {e}")
                    });
                self
            }
            pub fn responsibilities<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.responsibilities = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for responsibilities: {e}"
                        )
                    });
                self
            }
            pub fn salary_max<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<f64>>,
                T::Error: ::std::fmt::Display,
            {
                self.salary_max = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for salary_max: {e}")
                    });
                self
            }
            pub fn salary_min<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<f64>>,
                T::Error: ::std::fmt::Display,
            {
                self.salary_min = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for salary_min: {e}")
                    });
                self
            }
            pub fn skills<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.skills = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for skills: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn work_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.work_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for work_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<LegacyJobData> for super::LegacyJobData {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LegacyJobData,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    benefits: value.benefits?,
                    currency: value.currency?,
                    department: value.department?,
                    description: value.description?,
                    enable_ai_interview: value.enable_ai_interview?,
                    experience_level: value.experience_level?,
                    is_featured: value.is_featured?,
                    location: value.location?,
                    requirements: value.requirements?,
                    responsibilities: value.responsibilities?,
                    salary_max: value.salary_max?,
                    salary_min: value.salary_min?,
                    skills: value.skills?,
                    title: value.title?,
                    work_type: value.work_type?,
                })
            }
        }
        impl ::std::convert::From<super::LegacyJobData> for LegacyJobData {
            fn from(value: super::LegacyJobData) -> Self {
                Self {
                    benefits: Ok(value.benefits),
                    currency: Ok(value.currency),
                    department: Ok(value.department),
                    description: Ok(value.description),
                    enable_ai_interview: Ok(value.enable_ai_interview),
                    experience_level: Ok(value.experience_level),
                    is_featured: Ok(value.is_featured),
                    location: Ok(value.location),
                    requirements: Ok(value.requirements),
                    responsibilities: Ok(value.responsibilities),
                    salary_max: Ok(value.salary_max),
                    salary_min: Ok(value.salary_min),
                    skills: Ok(value.skills),
                    title: Ok(value.title),
                    work_type: Ok(value.work_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct LegacyProblem {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            error: ::std::result::Result<::std::string::String, ::std::string::String>,
            errors: ::std::result::Result<
                ::std::vec::Vec<super::FieldError>,
                ::std::string::String,
            >,
            request_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            status: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for LegacyProblem {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    error: Err("no value supplied for error".to_string()),
                    errors: Ok(Default::default()),
                    request_id: Err("no value supplied for request_id".to_string()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl LegacyProblem {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn errors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FieldError>>,
                T::Error: ::std::fmt::Display,
            {
                self.errors = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for errors: {e}")
                    });
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<LegacyProblem> for super::LegacyProblem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: LegacyProblem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    error: value.error?,
                    errors: value.errors?,
                    request_id: value.request_id?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::LegacyProblem> for LegacyProblem {
            fn from(value: super::LegacyProblem) -> Self {
                Self {
                    code: Ok(value.code),
                    error: Ok(value.error),
                    errors: Ok(value.errors),
                    request_id: Ok(value.request_id),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Me {
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            organization_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            organizations: ::std::result::Result<
                ::std::vec::Vec<super::Membership>,
                ::std::string::String,
            >,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
            user_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
        }
        impl ::std::default::Default for Me {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    organization_id: Err(
                        "no value supplied for organization_id".to_string(),
                    ),
                    organizations: Err(
                        "no value supplied for organizations".to_string(),
                    ),
                    role: Err("no value supplied for role".to_string()),
                    user_id: Err("no value supplied for user_id".to_string()),
                }
            }
        }
        impl Me {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn organization_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.organization_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for organization_id: {e}"
                        )
                    });
                self
            }
            pub fn organizations<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Membership>>,
                T::Error: ::std::fmt::Display,
            {
                self.organizations = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for organizations: {e}")
                    });
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
            pub fn user_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.user_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Me> for super::Me {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Me,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    email: value.email?,
                    name: value.name?,
                    organization_id: value.organization_id?,
                    organizations: value.organizations?,
                    role: value.role?,
                    user_id: value.user_id?,
                })
            }
        }
        impl ::std::convert::From<super::Me> for Me {
            fn from(value: super::Me) -> Self {
                Self {
                    email: Ok(value.email),
                    name: Ok(value.name),
                    organization_id: Ok(value.organization_id),
                    organizations: Ok(value.organizations),
                    role: Ok(value.role),
                    user_id: Ok(value.user_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Member {
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            email: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
            user_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
        }
        impl ::std::default::Default for Member {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    email: Err("no value supplied for email".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    role: Err("no value supplied for role".to_string()),
                    user_id: Err("no value supplied for user_id".to_string()),
                }
            }
        }
        impl Member {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
            pub fn user_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.user_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Member> for super::Member {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Member,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    email: value.email?,
                    name: value.name?,
                    role: value.role?,
                    user_id: value.user_id?,
                })
            }
        }
        impl ::std::convert::From<super::Member> for Member {
            fn from(value: super::Member) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    email: Ok(value.email),
                    name: Ok(value.name),
                    role: Ok(value.role),
                    user_id: Ok(value.user_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct MemberPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Member>,
                ::std::string::String,
            >,
            next_page: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for MemberPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Ok(Default::default()),
                }
            }
        }
        impl MemberPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Member>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<MemberPage> for super::MemberPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MemberPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl ::std::convert::From<super::MemberPage> for MemberPage {
            fn from(value: super::MemberPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Membership {
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Membership {
            fn default() -> Self {
                Self {
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    role: Err("no value supplied for role".to_string()),
                }
            }
        }
        impl Membership {
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Membership> for super::Membership {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Membership,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    id: value.id?,
                    name: value.name?,
                    role: value.role?,
                })
            }
        }
        impl ::std::convert::From<super::Membership> for Membership {
            fn from(value: super::Membership) -> Self {
                Self {
                    id: Ok(value.id),
                    name: Ok(value.name),
                    role: Ok(value.role),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Message {
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            role: ::std::result::Result<::std::string::String, ::std::string::String>,
            text: ::std::result::Result<::std::string::String, ::std::string::String>,
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Message {
            fn default() -> Self {
                Self {
                    created_at: Err("no value supplied for created_at".to_string()),
                    id: Err("no value supplied for id".to_string()),
                    role: Err("no value supplied for role".to_string()),
                    text: Err("no value supplied for text".to_string()),
                    turn_id: Ok(Default::default()),
                }
            }
        }
        impl Message {
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.text = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for text: {e}")
                    });
                self
            }
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Message> for super::Message {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Message,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    created_at: value.created_at?,
                    id: value.id?,
                    role: value.role?,
                    text: value.text?,
                    turn_id: value.turn_id?,
                })
            }
        }
        impl ::std::convert::From<super::Message> for Message {
            fn from(value: super::Message) -> Self {
                Self {
                    created_at: Ok(value.created_at),
                    id: Ok(value.id),
                    role: Ok(value.role),
                    text: Ok(value.text),
                    turn_id: Ok(value.turn_id),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct MessagePage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Message>,
                ::std::string::String,
            >,
            next_page: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for MessagePage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Ok(Default::default()),
                }
            }
        }
        impl MessagePage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Message>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<MessagePage> for super::MessagePage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: MessagePage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl ::std::convert::From<super::MessagePage> for MessagePage {
            fn from(value: super::MessagePage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Organization {
            blocking_rules: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            required_fields: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            session_lifetime_seconds: ::std::result::Result<i32, ::std::string::String>,
        }
        impl ::std::default::Default for Organization {
            fn default() -> Self {
                Self {
                    blocking_rules: Err(
                        "no value supplied for blocking_rules".to_string(),
                    ),
                    id: Err("no value supplied for id".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    required_fields: Err(
                        "no value supplied for required_fields".to_string(),
                    ),
                    session_lifetime_seconds: Err(
                        "no value supplied for session_lifetime_seconds".to_string(),
                    ),
                }
            }
        }
        impl Organization {
            pub fn blocking_rules<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.blocking_rules = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for blocking_rules: {e}"
                        )
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn required_fields<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.required_fields = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for required_fields: {e}"
                        )
                    });
                self
            }
            pub fn session_lifetime_seconds<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.session_lifetime_seconds = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for session_lifetime_seconds: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Organization> for super::Organization {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Organization,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    blocking_rules: value.blocking_rules?,
                    id: value.id?,
                    name: value.name?,
                    required_fields: value.required_fields?,
                    session_lifetime_seconds: value.session_lifetime_seconds?,
                })
            }
        }
        impl ::std::convert::From<super::Organization> for Organization {
            fn from(value: super::Organization) -> Self {
                Self {
                    blocking_rules: Ok(value.blocking_rules),
                    id: Ok(value.id),
                    name: Ok(value.name),
                    required_fields: Ok(value.required_fields),
                    session_lifetime_seconds: Ok(value.session_lifetime_seconds),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct PatchOperation {
            from: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            op: ::std::result::Result<::std::string::String, ::std::string::String>,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            value: ::std::result::Result<
                ::std::option::Option<::serde_json::Value>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for PatchOperation {
            fn default() -> Self {
                Self {
                    from: Ok(Default::default()),
                    op: Err("no value supplied for op".to_string()),
                    path: Err("no value supplied for path".to_string()),
                    value: Ok(Default::default()),
                }
            }
        }
        impl PatchOperation {
            pub fn from<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.from = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for from: {e}")
                    });
                self
            }
            pub fn op<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.op = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for op: {e}"));
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn value<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::serde_json::Value>>,
                T::Error: ::std::fmt::Display,
            {
                self.value = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for value: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<PatchOperation> for super::PatchOperation {
            type Error = super::error::ConversionError;
            fn try_from(
                value: PatchOperation,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    from: value.from?,
                    op: value.op?,
                    path: value.path?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::PatchOperation> for PatchOperation {
            fn from(value: super::PatchOperation) -> Self {
                Self {
                    from: Ok(value.from),
                    op: Ok(value.op),
                    path: Ok(value.path),
                    value: Ok(value.value),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Problem {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
            errors: ::std::result::Result<
                ::std::vec::Vec<super::FieldError>,
                ::std::string::String,
            >,
            request_id: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            status: ::std::result::Result<i32, ::std::string::String>,
            title: ::std::result::Result<::std::string::String, ::std::string::String>,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for Problem {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                    errors: Ok(Default::default()),
                    request_id: Err("no value supplied for request_id".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    title: Err("no value supplied for title".to_string()),
                    type_: Err("no value supplied for type_".to_string()),
                }
            }
        }
        impl Problem {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
            pub fn errors<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FieldError>>,
                T::Error: ::std::fmt::Display,
            {
                self.errors = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for errors: {e}")
                    });
                self
            }
            pub fn request_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.request_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for request_id: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn title<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.title = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for title: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Problem> for super::Problem {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Problem,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                    errors: value.errors?,
                    request_id: value.request_id?,
                    status: value.status?,
                    title: value.title?,
                    type_: value.type_?,
                })
            }
        }
        impl ::std::convert::From<super::Problem> for Problem {
            fn from(value: super::Problem) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                    errors: Ok(value.errors),
                    request_id: Ok(value.request_id),
                    status: Ok(value.status),
                    title: Ok(value.title),
                    type_: Ok(value.type_),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Provenance {
            fields: ::std::result::Result<
                ::std::vec::Vec<super::FieldProvenance>,
                ::std::string::String,
            >,
            version: ::std::result::Result<i32, ::std::string::String>,
        }
        impl ::std::default::Default for Provenance {
            fn default() -> Self {
                Self {
                    fields: Err("no value supplied for fields".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Provenance {
            pub fn fields<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FieldProvenance>>,
                T::Error: ::std::fmt::Display,
            {
                self.fields = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for fields: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Provenance> for super::Provenance {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Provenance,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    fields: value.fields?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Provenance> for Provenance {
            fn from(value: super::Provenance) -> Self {
                Self {
                    fields: Ok(value.fields),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct QuotePosition {
            end: ::std::result::Result<i64, ::std::string::String>,
            start: ::std::result::Result<i64, ::std::string::String>,
        }
        impl ::std::default::Default for QuotePosition {
            fn default() -> Self {
                Self {
                    end: Err("no value supplied for end".to_string()),
                    start: Err("no value supplied for start".to_string()),
                }
            }
        }
        impl QuotePosition {
            pub fn end<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.end = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for end: {e}")
                    });
                self
            }
            pub fn start<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.start = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for start: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<QuotePosition> for super::QuotePosition {
            type Error = super::error::ConversionError;
            fn try_from(
                value: QuotePosition,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    end: value.end?,
                    start: value.start?,
                })
            }
        }
        impl ::std::convert::From<super::QuotePosition> for QuotePosition {
            fn from(value: super::QuotePosition) -> Self {
                Self {
                    end: Ok(value.end),
                    start: Ok(value.start),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RefreshRequest {
            organization_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            refresh_token: ::std::result::Result<
                super::RefreshRequestRefreshToken,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for RefreshRequest {
            fn default() -> Self {
                Self {
                    organization_id: Ok(Default::default()),
                    refresh_token: Err("no value supplied for refresh_token".to_string()),
                }
            }
        }
        impl RefreshRequest {
            pub fn organization_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.organization_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for organization_id: {e}"
                        )
                    });
                self
            }
            pub fn refresh_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::RefreshRequestRefreshToken>,
                T::Error: ::std::fmt::Display,
            {
                self.refresh_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for refresh_token: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RefreshRequest> for super::RefreshRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RefreshRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    organization_id: value.organization_id?,
                    refresh_token: value.refresh_token?,
                })
            }
        }
        impl ::std::convert::From<super::RefreshRequest> for RefreshRequest {
            fn from(value: super::RefreshRequest) -> Self {
                Self {
                    organization_id: Ok(value.organization_id),
                    refresh_token: Ok(value.refresh_token),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct RestoreRequest {
            revision: ::std::result::Result<
                ::std::option::Option<::std::num::NonZeroU32>,
                ::std::string::String,
            >,
            version: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for RestoreRequest {
            fn default() -> Self {
                Self {
                    revision: Ok(Default::default()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl RestoreRequest {
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::num::NonZeroU32>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<RestoreRequest> for super::RestoreRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: RestoreRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    revision: value.revision?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::RestoreRequest> for RestoreRequest {
            fn from(value: super::RestoreRequest) -> Self {
                Self {
                    revision: Ok(value.revision),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Salary {
            currency: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            max: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            min: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            period: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Salary {
            fn default() -> Self {
                Self {
                    currency: Ok(Default::default()),
                    max: Ok(Default::default()),
                    min: Ok(Default::default()),
                    period: Ok(Default::default()),
                }
            }
        }
        impl Salary {
            pub fn currency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.currency = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for currency: {e}")
                    });
                self
            }
            pub fn max<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.max = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for max: {e}")
                    });
                self
            }
            pub fn min<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.min = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for min: {e}")
                    });
                self
            }
            pub fn period<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.period = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for period: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Salary> for super::Salary {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Salary,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    currency: value.currency?,
                    max: value.max?,
                    min: value.min?,
                    period: value.period?,
                })
            }
        }
        impl ::std::convert::From<super::Salary> for Salary {
            fn from(value: super::Salary) -> Self {
                Self {
                    currency: Ok(value.currency),
                    max: Ok(value.max),
                    min: Ok(value.min),
                    period: Ok(value.period),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SalaryPatch {
            currency: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            max: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            min: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            period: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SalaryPatch {
            fn default() -> Self {
                Self {
                    currency: Ok(Default::default()),
                    max: Ok(Default::default()),
                    min: Ok(Default::default()),
                    period: Ok(Default::default()),
                }
            }
        }
        impl SalaryPatch {
            pub fn currency<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.currency = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for currency: {e}")
                    });
                self
            }
            pub fn max<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.max = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for max: {e}")
                    });
                self
            }
            pub fn min<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.min = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for min: {e}")
                    });
                self
            }
            pub fn period<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.period = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for period: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SalaryPatch> for super::SalaryPatch {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SalaryPatch,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    currency: value.currency?,
                    max: value.max?,
                    min: value.min?,
                    period: value.period?,
                })
            }
        }
        impl ::std::convert::From<super::SalaryPatch> for SalaryPatch {
            fn from(value: super::SalaryPatch) -> Self {
                Self {
                    currency: Ok(value.currency),
                    max: Ok(value.max),
                    min: Ok(value.min),
                    period: Ok(value.period),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ServiceInfo {
            docs: ::std::result::Result<::std::string::String, ::std::string::String>,
            name: ::std::result::Result<::std::string::String, ::std::string::String>,
            version: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ServiceInfo {
            fn default() -> Self {
                Self {
                    docs: Err("no value supplied for docs".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl ServiceInfo {
            pub fn docs<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.docs = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for docs: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ServiceInfo> for super::ServiceInfo {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ServiceInfo,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    docs: value.docs?,
                    name: value.name?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::ServiceInfo> for ServiceInfo {
            fn from(value: super::ServiceInfo) -> Self {
                Self {
                    docs: Ok(value.docs),
                    name: Ok(value.name),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Session {
            company_name: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            content_hash: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            conversation_turns: ::std::result::Result<i32, ::std::string::String>,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            current_step: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            expires_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            forked_from: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            is_complete: ::std::result::Result<bool, ::std::string::String>,
            job_data: ::std::result::Result<super::JobData, ::std::string::String>,
            locale: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            revision: ::std::result::Result<
                ::std::num::NonZeroU32,
                ::std::string::String,
            >,
            status: ::std::result::Result<super::SessionStatus, ::std::string::String>,
            suggestions: ::std::result::Result<
                ::std::option::Option<super::JobData>,
                ::std::string::String,
            >,
            updated_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            user_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            version: ::std::result::Result<i32, ::std::string::String>,
        }
        impl ::std::default::Default for Session {
            fn default() -> Self {
                Self {
                    company_name: Err("no value supplied for company_name".to_string()),
                    content_hash: Err("no value supplied for content_hash".to_string()),
                    conversation_turns: Err(
                        "no value supplied for conversation_turns".to_string(),
                    ),
                    created_at: Err("no value supplied for created_at".to_string()),
                    current_step: Err("no value supplied for current_step".to_string()),
                    expires_at: Err("no value supplied for expires_at".to_string()),
                    forked_from: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    is_complete: Err("no value supplied for is_complete".to_string()),
                    job_data: Err("no value supplied for job_data".to_string()),
                    locale: Ok(Default::default()),
                    revision: Err("no value supplied for revision".to_string()),
                    status: Err("no value supplied for status".to_string()),
                    suggestions: Ok(Default::default()),
                    updated_at: Err("no value supplied for updated_at".to_string()),
                    user_id: Err("no value supplied for user_id".to_string()),
                    version: Err("no value supplied for version".to_string()),
                }
            }
        }
        impl Session {
            pub fn company_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.company_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_name: {e}")
                    });
                self
            }
            pub fn content_hash<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.content_hash = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for content_hash: {e}")
                    });
                self
            }
            pub fn conversation_turns<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.conversation_turns = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for conversation_turns: {e}"
                        )
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn current_step<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.current_step = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for current_step: {e}")
                    });
                self
            }
            pub fn expires_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_at: {e}")
                    });
                self
            }
            pub fn forked_from<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.forked_from = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for forked_from: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn is_complete<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<bool>,
                T::Error: ::std::fmt::Display,
            {
                self.is_complete = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for is_complete: {e}")
                    });
                self
            }
            pub fn job_data<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::JobData>,
                T::Error: ::std::fmt::Display,
            {
                self.job_data = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for job_data: {e}")
                    });
                self
            }
            pub fn locale<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.locale = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locale: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::num::NonZeroU32>,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SessionStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
            pub fn suggestions<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::JobData>>,
                T::Error: ::std::fmt::Display,
            {
                self.suggestions = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for suggestions: {e}")
                    });
                self
            }
            pub fn updated_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.updated_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for updated_at: {e}")
                    });
                self
            }
            pub fn user_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.user_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for user_id: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i32>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Session> for super::Session {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Session,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    company_name: value.company_name?,
                    content_hash: value.content_hash?,
                    conversation_turns: value.conversation_turns?,
                    created_at: value.created_at?,
                    current_step: value.current_step?,
                    expires_at: value.expires_at?,
                    forked_from: value.forked_from?,
                    id: value.id?,
                    is_complete: value.is_complete?,
                    job_data: value.job_data?,
                    locale: value.locale?,
                    revision: value.revision?,
                    status: value.status?,
                    suggestions: value.suggestions?,
                    updated_at: value.updated_at?,
                    user_id: value.user_id?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::Session> for Session {
            fn from(value: super::Session) -> Self {
                Self {
                    company_name: Ok(value.company_name),
                    content_hash: Ok(value.content_hash),
                    conversation_turns: Ok(value.conversation_turns),
                    created_at: Ok(value.created_at),
                    current_step: Ok(value.current_step),
                    expires_at: Ok(value.expires_at),
                    forked_from: Ok(value.forked_from),
                    id: Ok(value.id),
                    is_complete: Ok(value.is_complete),
                    job_data: Ok(value.job_data),
                    locale: Ok(value.locale),
                    revision: Ok(value.revision),
                    status: Ok(value.status),
                    suggestions: Ok(value.suggestions),
                    updated_at: Ok(value.updated_at),
                    user_id: Ok(value.user_id),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SessionEvent {
            attempt: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
            code: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            job_post_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            message_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            patch: ::std::result::Result<
                ::std::vec::Vec<super::PatchOperation>,
                ::std::string::String,
            >,
            provenance: ::std::result::Result<
                ::std::vec::Vec<super::FieldProvenance>,
                ::std::string::String,
            >,
            reason: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            revision: ::std::result::Result<
                ::std::option::Option<::std::num::NonZeroU32>,
                ::std::string::String,
            >,
            sequence: ::std::result::Result<i64, ::std::string::String>,
            text: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            type_: ::std::result::Result<::std::string::String, ::std::string::String>,
            version: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SessionEvent {
            fn default() -> Self {
                Self {
                    attempt: Ok(Default::default()),
                    code: Ok(Default::default()),
                    created_at: Ok(Default::default()),
                    job_post_id: Ok(Default::default()),
                    message_id: Ok(Default::default()),
                    patch: Ok(Default::default()),
                    provenance: Ok(Default::default()),
                    reason: Ok(Default::default()),
                    revision: Ok(Default::default()),
                    sequence: Err("no value supplied for sequence".to_string()),
                    text: Ok(Default::default()),
                    turn_id: Ok(Default::default()),
                    type_: Err("no value supplied for type_".to_string()),
                    version: Ok(Default::default()),
                }
            }
        }
        impl SessionEvent {
            pub fn attempt<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.attempt = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for attempt: {e}")
                    });
                self
            }
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn job_post_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.job_post_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for job_post_id: {e}")
                    });
                self
            }
            pub fn message_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.message_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message_id: {e}")
                    });
                self
            }
            pub fn patch<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::PatchOperation>>,
                T::Error: ::std::fmt::Display,
            {
                self.patch = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for patch: {e}")
                    });
                self
            }
            pub fn provenance<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::FieldProvenance>>,
                T::Error: ::std::fmt::Display,
            {
                self.provenance = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for provenance: {e}")
                    });
                self
            }
            pub fn reason<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reason = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reason: {e}")
                    });
                self
            }
            pub fn revision<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::std::num::NonZeroU32>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.revision = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for revision: {e}")
                    });
                self
            }
            pub fn sequence<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.sequence = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sequence: {e}")
                    });
                self
            }
            pub fn text<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.text = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for text: {e}")
                    });
                self
            }
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
            pub fn type_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.type_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for type_: {e}")
                    });
                self
            }
            pub fn version<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.version = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for version: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SessionEvent> for super::SessionEvent {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SessionEvent,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    attempt: value.attempt?,
                    code: value.code?,
                    created_at: value.created_at?,
                    job_post_id: value.job_post_id?,
                    message_id: value.message_id?,
                    patch: value.patch?,
                    provenance: value.provenance?,
                    reason: value.reason?,
                    revision: value.revision?,
                    sequence: value.sequence?,
                    text: value.text?,
                    turn_id: value.turn_id?,
                    type_: value.type_?,
                    version: value.version?,
                })
            }
        }
        impl ::std::convert::From<super::SessionEvent> for SessionEvent {
            fn from(value: super::SessionEvent) -> Self {
                Self {
                    attempt: Ok(value.attempt),
                    code: Ok(value.code),
                    created_at: Ok(value.created_at),
                    job_post_id: Ok(value.job_post_id),
                    message_id: Ok(value.message_id),
                    patch: Ok(value.patch),
                    provenance: Ok(value.provenance),
                    reason: Ok(value.reason),
                    revision: Ok(value.revision),
                    sequence: Ok(value.sequence),
                    text: Ok(value.text),
                    turn_id: Ok(value.turn_id),
                    type_: Ok(value.type_),
                    version: Ok(value.version),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SessionPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Session>,
                ::std::string::String,
            >,
            next_page: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SessionPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Ok(Default::default()),
                }
            }
        }
        impl SessionPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Session>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SessionPage> for super::SessionPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SessionPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl ::std::convert::From<super::SessionPage> for SessionPage {
            fn from(value: super::SessionPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SignInRequest {
            email: ::std::result::Result<
                super::SignInRequestEmail,
                ::std::string::String,
            >,
            organization_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            password: ::std::result::Result<
                super::SignInRequestPassword,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SignInRequest {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    organization_id: Ok(Default::default()),
                    password: Err("no value supplied for password".to_string()),
                }
            }
        }
        impl SignInRequest {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignInRequestEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn organization_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.organization_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for organization_id: {e}"
                        )
                    });
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignInRequestPassword>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SignInRequest> for super::SignInRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SignInRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    email: value.email?,
                    organization_id: value.organization_id?,
                    password: value.password?,
                })
            }
        }
        impl ::std::convert::From<super::SignInRequest> for SignInRequest {
            fn from(value: super::SignInRequest) -> Self {
                Self {
                    email: Ok(value.email),
                    organization_id: Ok(value.organization_id),
                    password: Ok(value.password),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SignUpRequest {
            email: ::std::result::Result<
                super::SignUpRequestEmail,
                ::std::string::String,
            >,
            name: ::std::result::Result<super::SignUpRequestName, ::std::string::String>,
            organization_name: ::std::result::Result<
                super::SignUpRequestOrganizationName,
                ::std::string::String,
            >,
            password: ::std::result::Result<
                super::SignUpRequestPassword,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for SignUpRequest {
            fn default() -> Self {
                Self {
                    email: Err("no value supplied for email".to_string()),
                    name: Err("no value supplied for name".to_string()),
                    organization_name: Err(
                        "no value supplied for organization_name".to_string(),
                    ),
                    password: Err("no value supplied for password".to_string()),
                }
            }
        }
        impl SignUpRequest {
            pub fn email<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpRequestEmail>,
                T::Error: ::std::fmt::Display,
            {
                self.email = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for email: {e}")
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpRequestName>,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn organization_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpRequestOrganizationName>,
                T::Error: ::std::fmt::Display,
            {
                self.organization_name = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for organization_name: {e}"
                        )
                    });
                self
            }
            pub fn password<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::SignUpRequestPassword>,
                T::Error: ::std::fmt::Display,
            {
                self.password = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for password: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<SignUpRequest> for super::SignUpRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SignUpRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    email: value.email?,
                    name: value.name?,
                    organization_name: value.organization_name?,
                    password: value.password?,
                })
            }
        }
        impl ::std::convert::From<super::SignUpRequest> for SignUpRequest {
            fn from(value: super::SignUpRequest) -> Self {
                Self {
                    email: Ok(value.email),
                    name: Ok(value.name),
                    organization_name: Ok(value.organization_name),
                    password: Ok(value.password),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct SigningKey {
            alg: ::std::result::Result<::std::string::String, ::std::string::String>,
            crv: ::std::result::Result<::std::string::String, ::std::string::String>,
            kid: ::std::result::Result<::std::string::String, ::std::string::String>,
            kty: ::std::result::Result<::std::string::String, ::std::string::String>,
            use_: ::std::result::Result<::std::string::String, ::std::string::String>,
            x: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for SigningKey {
            fn default() -> Self {
                Self {
                    alg: Err("no value supplied for alg".to_string()),
                    crv: Err("no value supplied for crv".to_string()),
                    kid: Err("no value supplied for kid".to_string()),
                    kty: Err("no value supplied for kty".to_string()),
                    use_: Err("no value supplied for use_".to_string()),
                    x: Err("no value supplied for x".to_string()),
                }
            }
        }
        impl SigningKey {
            pub fn alg<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.alg = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for alg: {e}")
                    });
                self
            }
            pub fn crv<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.crv = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for crv: {e}")
                    });
                self
            }
            pub fn kid<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kid = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kid: {e}")
                    });
                self
            }
            pub fn kty<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.kty = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for kty: {e}")
                    });
                self
            }
            pub fn use_<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.use_ = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for use_: {e}")
                    });
                self
            }
            pub fn x<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.x = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for x: {e}"));
                self
            }
        }
        impl ::std::convert::TryFrom<SigningKey> for super::SigningKey {
            type Error = super::error::ConversionError;
            fn try_from(
                value: SigningKey,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    alg: value.alg?,
                    crv: value.crv?,
                    kid: value.kid?,
                    kty: value.kty?,
                    use_: value.use_?,
                    x: value.x?,
                })
            }
        }
        impl ::std::convert::From<super::SigningKey> for SigningKey {
            fn from(value: super::SigningKey) -> Self {
                Self {
                    alg: Ok(value.alg),
                    crv: Ok(value.crv),
                    kid: Ok(value.kid),
                    kty: Ok(value.kty),
                    use_: Ok(value.use_),
                    x: Ok(value.x),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct StartSessionRequest {
            company_name: ::std::result::Result<
                ::std::option::Option<super::StartSessionRequestCompanyName>,
                ::std::string::String,
            >,
            locale: ::std::result::Result<
                ::std::option::Option<super::StartSessionRequestLocale>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for StartSessionRequest {
            fn default() -> Self {
                Self {
                    company_name: Ok(Default::default()),
                    locale: Ok(Default::default()),
                }
            }
        }
        impl StartSessionRequest {
            pub fn company_name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::StartSessionRequestCompanyName>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.company_name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for company_name: {e}")
                    });
                self
            }
            pub fn locale<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::StartSessionRequestLocale>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.locale = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for locale: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<StartSessionRequest>
        for super::StartSessionRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: StartSessionRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    company_name: value.company_name?,
                    locale: value.locale?,
                })
            }
        }
        impl ::std::convert::From<super::StartSessionRequest> for StartSessionRequest {
            fn from(value: super::StartSessionRequest) -> Self {
                Self {
                    company_name: Ok(value.company_name),
                    locale: Ok(value.locale),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct StartTurnRequest {
            message: ::std::result::Result<
                super::StartTurnRequestMessage,
                ::std::string::String,
            >,
            on_busy: ::std::result::Result<
                ::std::option::Option<super::OnBusy>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for StartTurnRequest {
            fn default() -> Self {
                Self {
                    message: Err("no value supplied for message".to_string()),
                    on_busy: Ok(Default::default()),
                }
            }
        }
        impl StartTurnRequest {
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::StartTurnRequestMessage>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn on_busy<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::OnBusy>>,
                T::Error: ::std::fmt::Display,
            {
                self.on_busy = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for on_busy: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<StartTurnRequest> for super::StartTurnRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: StartTurnRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    message: value.message?,
                    on_busy: value.on_busy?,
                })
            }
        }
        impl ::std::convert::From<super::StartTurnRequest> for StartTurnRequest {
            fn from(value: super::StartTurnRequest) -> Self {
                Self {
                    message: Ok(value.message),
                    on_busy: Ok(value.on_busy),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Tokens {
            access_token: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            expires_in: ::std::result::Result<i64, ::std::string::String>,
            organization_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            refresh_token: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
            token_type: ::std::result::Result<
                ::std::string::String,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for Tokens {
            fn default() -> Self {
                Self {
                    access_token: Err("no value supplied for access_token".to_string()),
                    expires_in: Err("no value supplied for expires_in".to_string()),
                    organization_id: Err(
                        "no value supplied for organization_id".to_string(),
                    ),
                    refresh_token: Err(
                        "no value supplied for refresh_token".to_string(),
                    ),
                    token_type: Err("no value supplied for token_type".to_string()),
                }
            }
        }
        impl Tokens {
            pub fn access_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.access_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for access_token: {e}")
                    });
                self
            }
            pub fn expires_in<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<i64>,
                T::Error: ::std::fmt::Display,
            {
                self.expires_in = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for expires_in: {e}")
                    });
                self
            }
            pub fn organization_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.organization_id = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for organization_id: {e}"
                        )
                    });
                self
            }
            pub fn refresh_token<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.refresh_token = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for refresh_token: {e}")
                    });
                self
            }
            pub fn token_type<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.token_type = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for token_type: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Tokens> for super::Tokens {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Tokens,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    access_token: value.access_token?,
                    expires_in: value.expires_in?,
                    organization_id: value.organization_id?,
                    refresh_token: value.refresh_token?,
                    token_type: value.token_type?,
                })
            }
        }
        impl ::std::convert::From<super::Tokens> for Tokens {
            fn from(value: super::Tokens) -> Self {
                Self {
                    access_token: Ok(value.access_token),
                    expires_in: Ok(value.expires_in),
                    organization_id: Ok(value.organization_id),
                    refresh_token: Ok(value.refresh_token),
                    token_type: Ok(value.token_type),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct Turn {
            ahead: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
            created_at: ::std::result::Result<
                ::chrono::DateTime<::chrono::offset::Utc>,
                ::std::string::String,
            >,
            error: ::std::result::Result<
                ::std::option::Option<super::TurnError>,
                ::std::string::String,
            >,
            finished_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            message: ::std::result::Result<::std::string::String, ::std::string::String>,
            replaced: ::std::result::Result<
                ::std::vec::Vec<::uuid::Uuid>,
                ::std::string::String,
            >,
            reply: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            retry_of: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            sequence: ::std::result::Result<
                ::std::num::NonZeroU32,
                ::std::string::String,
            >,
            session_id: ::std::result::Result<::uuid::Uuid, ::std::string::String>,
            started_at: ::std::result::Result<
                ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                ::std::string::String,
            >,
            status: ::std::result::Result<super::TurnStatus, ::std::string::String>,
        }
        impl ::std::default::Default for Turn {
            fn default() -> Self {
                Self {
                    ahead: Ok(Default::default()),
                    created_at: Err("no value supplied for created_at".to_string()),
                    error: Ok(Default::default()),
                    finished_at: Ok(Default::default()),
                    id: Err("no value supplied for id".to_string()),
                    message: Err("no value supplied for message".to_string()),
                    replaced: Ok(Default::default()),
                    reply: Ok(Default::default()),
                    retry_of: Ok(Default::default()),
                    sequence: Err("no value supplied for sequence".to_string()),
                    session_id: Err("no value supplied for session_id".to_string()),
                    started_at: Ok(Default::default()),
                    status: Err("no value supplied for status".to_string()),
                }
            }
        }
        impl Turn {
            pub fn ahead<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.ahead = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for ahead: {e}")
                    });
                self
            }
            pub fn created_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::chrono::DateTime<::chrono::offset::Utc>>,
                T::Error: ::std::fmt::Display,
            {
                self.created_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for created_at: {e}")
                    });
                self
            }
            pub fn error<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::TurnError>>,
                T::Error: ::std::fmt::Display,
            {
                self.error = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for error: {e}")
                    });
                self
            }
            pub fn finished_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.finished_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for finished_at: {e}")
                    });
                self
            }
            pub fn id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.id = value
                    .try_into()
                    .map_err(|e| format!("error converting supplied value for id: {e}"));
                self
            }
            pub fn message<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.message = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for message: {e}")
                    });
                self
            }
            pub fn replaced<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.replaced = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for replaced: {e}")
                    });
                self
            }
            pub fn reply<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.reply = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for reply: {e}")
                    });
                self
            }
            pub fn retry_of<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.retry_of = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for retry_of: {e}")
                    });
                self
            }
            pub fn sequence<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::num::NonZeroU32>,
                T::Error: ::std::fmt::Display,
            {
                self.sequence = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for sequence: {e}")
                    });
                self
            }
            pub fn session_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::uuid::Uuid>,
                T::Error: ::std::fmt::Display,
            {
                self.session_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for session_id: {e}")
                    });
                self
            }
            pub fn started_at<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<::chrono::DateTime<::chrono::offset::Utc>>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.started_at = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for started_at: {e}")
                    });
                self
            }
            pub fn status<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::TurnStatus>,
                T::Error: ::std::fmt::Display,
            {
                self.status = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for status: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<Turn> for super::Turn {
            type Error = super::error::ConversionError;
            fn try_from(
                value: Turn,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    ahead: value.ahead?,
                    created_at: value.created_at?,
                    error: value.error?,
                    finished_at: value.finished_at?,
                    id: value.id?,
                    message: value.message?,
                    replaced: value.replaced?,
                    reply: value.reply?,
                    retry_of: value.retry_of?,
                    sequence: value.sequence?,
                    session_id: value.session_id?,
                    started_at: value.started_at?,
                    status: value.status?,
                })
            }
        }
        impl ::std::convert::From<super::Turn> for Turn {
            fn from(value: super::Turn) -> Self {
                Self {
                    ahead: Ok(value.ahead),
                    created_at: Ok(value.created_at),
                    error: Ok(value.error),
                    finished_at: Ok(value.finished_at),
                    id: Ok(value.id),
                    message: Ok(value.message),
                    replaced: Ok(value.replaced),
                    reply: Ok(value.reply),
                    retry_of: Ok(value.retry_of),
                    sequence: Ok(value.sequence),
                    session_id: Ok(value.session_id),
                    started_at: Ok(value.started_at),
                    status: Ok(value.status),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TurnError {
            code: ::std::result::Result<::std::string::String, ::std::string::String>,
            detail: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for TurnError {
            fn default() -> Self {
                Self {
                    code: Err("no value supplied for code".to_string()),
                    detail: Err("no value supplied for detail".to_string()),
                }
            }
        }
        impl TurnError {
            pub fn code<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.code = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for code: {e}")
                    });
                self
            }
            pub fn detail<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.detail = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for detail: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TurnError> for super::TurnError {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TurnError,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    code: value.code?,
                    detail: value.detail?,
                })
            }
        }
        impl ::std::convert::From<super::TurnError> for TurnError {
            fn from(value: super::TurnError) -> Self {
                Self {
                    code: Ok(value.code),
                    detail: Ok(value.detail),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct TurnPage {
            items: ::std::result::Result<
                ::std::vec::Vec<super::Turn>,
                ::std::string::String,
            >,
            next_page: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for TurnPage {
            fn default() -> Self {
                Self {
                    items: Err("no value supplied for items".to_string()),
                    next_page: Ok(Default::default()),
                }
            }
        }
        impl TurnPage {
            pub fn items<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::Turn>>,
                T::Error: ::std::fmt::Display,
            {
                self.items = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for items: {e}")
                    });
                self
            }
            pub fn next_page<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.next_page = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for next_page: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<TurnPage> for super::TurnPage {
            type Error = super::error::ConversionError;
            fn try_from(
                value: TurnPage,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    items: value.items?,
                    next_page: value.next_page?,
                })
            }
        }
        impl ::std::convert::From<super::TurnPage> for TurnPage {
            fn from(value: super::TurnPage) -> Self {
                Self {
                    items: Ok(value.items),
                    next_page: Ok(value.next_page),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UpdateMemberRequest {
            role: ::std::result::Result<super::Role, ::std::string::String>,
        }
        impl ::std::default::Default for UpdateMemberRequest {
            fn default() -> Self {
                Self {
                    role: Err("no value supplied for role".to_string()),
                }
            }
        }
        impl UpdateMemberRequest {
            pub fn role<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<super::Role>,
                T::Error: ::std::fmt::Display,
            {
                self.role = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for role: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UpdateMemberRequest>
        for super::UpdateMemberRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UpdateMemberRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self { role: value.role? })
            }
        }
        impl ::std::convert::From<super::UpdateMemberRequest> for UpdateMemberRequest {
            fn from(value: super::UpdateMemberRequest) -> Self {
                Self { role: Ok(value.role) }
            }
        }
        #[derive(Clone, Debug)]
        pub struct UpdateOrganizationRequest {
            blocking_rules: ::std::result::Result<
                ::std::vec::Vec<::std::string::String>,
                ::std::string::String,
            >,
            name: ::std::result::Result<
                ::std::option::Option<super::UpdateOrganizationRequestName>,
                ::std::string::String,
            >,
            required_fields: ::std::result::Result<
                ::std::vec::Vec<super::RequiredField>,
                ::std::string::String,
            >,
            session_lifetime_seconds: ::std::result::Result<
                ::std::option::Option<i32>,
                ::std::string::String,
            >,
        }
        impl ::std::default::Default for UpdateOrganizationRequest {
            fn default() -> Self {
                Self {
                    blocking_rules: Ok(Default::default()),
                    name: Ok(Default::default()),
                    required_fields: Ok(Default::default()),
                    session_lifetime_seconds: Ok(Default::default()),
                }
            }
        }
        impl UpdateOrganizationRequest {
            pub fn blocking_rules<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.blocking_rules = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for blocking_rules: {e}"
                        )
                    });
                self
            }
            pub fn name<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<
                    ::std::option::Option<super::UpdateOrganizationRequestName>,
                >,
                T::Error: ::std::fmt::Display,
            {
                self.name = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for name: {e}")
                    });
                self
            }
            pub fn required_fields<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::vec::Vec<super::RequiredField>>,
                T::Error: ::std::fmt::Display,
            {
                self.required_fields = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for required_fields: {e}"
                        )
                    });
                self
            }
            pub fn session_lifetime_seconds<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<i32>>,
                T::Error: ::std::fmt::Display,
            {
                self.session_lifetime_seconds = value
                    .try_into()
                    .map_err(|e| {
                        format!(
                            "error converting supplied value for session_lifetime_seconds: {e}"
                        )
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<UpdateOrganizationRequest>
        for super::UpdateOrganizationRequest {
            type Error = super::error::ConversionError;
            fn try_from(
                value: UpdateOrganizationRequest,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    blocking_rules: value.blocking_rules?,
                    name: value.name?,
                    required_fields: value.required_fields?,
                    session_lifetime_seconds: value.session_lifetime_seconds?,
                })
            }
        }
        impl ::std::convert::From<super::UpdateOrganizationRequest>
        for UpdateOrganizationRequest {
            fn from(value: super::UpdateOrganizationRequest) -> Self {
                Self {
                    blocking_rules: Ok(value.blocking_rules),
                    name: Ok(value.name),
                    required_fields: Ok(value.required_fields),
                    session_lifetime_seconds: Ok(value.session_lifetime_seconds),
                }
            }
        }
        #[derive(Clone, Debug)]
        pub struct ValueProvenance {
            basis: ::std::result::Result<::std::string::String, ::std::string::String>,
            path: ::std::result::Result<::std::string::String, ::std::string::String>,
            position: ::std::result::Result<
                ::std::option::Option<super::QuotePosition>,
                ::std::string::String,
            >,
            quote: ::std::result::Result<
                ::std::option::Option<::std::string::String>,
                ::std::string::String,
            >,
            turn_id: ::std::result::Result<
                ::std::option::Option<::uuid::Uuid>,
                ::std::string::String,
            >,
            value: ::std::result::Result<::std::string::String, ::std::string::String>,
        }
        impl ::std::default::Default for ValueProvenance {
            fn default() -> Self {
                Self {
                    basis: Err("no value supplied for basis".to_string()),
                    path: Err("no value supplied for path".to_string()),
                    position: Ok(Default::default()),
                    quote: Ok(Default::default()),
                    turn_id: Ok(Default::default()),
                    value: Err("no value supplied for value".to_string()),
                }
            }
        }
        impl ValueProvenance {
            pub fn basis<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.basis = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for basis: {e}")
                    });
                self
            }
            pub fn path<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.path = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for path: {e}")
                    });
                self
            }
            pub fn position<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<super::QuotePosition>>,
                T::Error: ::std::fmt::Display,
            {
                self.position = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for position: {e}")
                    });
                self
            }
            pub fn quote<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::std::string::String>>,
                T::Error: ::std::fmt::Display,
            {
                self.quote = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for quote: {e}")
                    });
                self
            }
            pub fn turn_id<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::option::Option<::uuid::Uuid>>,
                T::Error: ::std::fmt::Display,
            {
                self.turn_id = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for turn_id: {e}")
                    });
                self
            }
            pub fn value<T>(mut self, value: T) -> Self
            where
                T: ::std::convert::TryInto<::std::string::String>,
                T::Error: ::std::fmt::Display,
            {
                self.value = value
                    .try_into()
                    .map_err(|e| {
                        format!("error converting supplied value for value: {e}")
                    });
                self
            }
        }
        impl ::std::convert::TryFrom<ValueProvenance> for super::ValueProvenance {
            type Error = super::error::ConversionError;
            fn try_from(
                value: ValueProvenance,
            ) -> ::std::result::Result<Self, super::error::ConversionError> {
                Ok(Self {
                    basis: value.basis?,
                    path: value.path?,
                    position: value.position?,
                    quote: value.quote?,
                    turn_id: value.turn_id?,
                    value: value.value?,
                })
            }
        }
        impl ::std::convert::From<super::ValueProvenance> for ValueProvenance {
            fn from(value: super::ValueProvenance) -> Self {
                Self {
                    basis: Ok(value.basis),
                    path: Ok(value.path),
                    position: Ok(value.position),
                    quote: Ok(value.quote),
                    turn_id: Ok(value.turn_id),
                    value: Ok(value.value),
                }
            }
        }
    }
    /// Error types.
    pub mod error {
        /// Error from a `TryFrom` or `FromStr` implementation.
        pub struct ConversionError(::std::borrow::Cow<'static, str>);
        impl ::std::error::Error for ConversionError {}
        impl ::std::fmt::Display for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
        impl ::std::fmt::Debug for ConversionError {
            fn fmt(
                &self,
                f: &mut ::std::fmt::Formatter<'_>,
            ) -> Result<(), ::std::fmt::Error> {
                ::std::fmt::Debug::fmt(&self.0, f)
            }
        }
        impl From<&'static str> for ConversionError {
            fn from(value: &'static str) -> Self {
                Self(value.into())
            }
        }
        impl From<String> for ConversionError {
            fn from(value: String) -> Self {
                Self(value.into())
            }
        }
    }
}
#[derive(Clone, Debug)]
/**Client for Postwright

A conversation with an HR expert out of which a job post grows.

Sign up or sign in for an access token, start a session, post the user's messages as turns, and finalize when the summary is right. Every answer has an `X-Request-Id`; errors are problems of RFC 9457 with a stable `code`. Lists are `{items, next_page}`: give `next_page` back as `page_token` until it is absent. Optional fields are absent, never null. Times are RFC 3339 in UTC.

Version: 0.1.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
}
impl Client {
    /// Create a new client.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new(baseurl: &str) -> Self {
        #[cfg(not(target_arch = "wasm32"))]
        let client = {
            let dur = ::std::time::Duration::from_secs(15u64);
            reqwest::ClientBuilder::new().connect_timeout(dur).timeout(dur)
        };
        #[cfg(target_arch = "wasm32")]
        let client = reqwest::ClientBuilder::new();
        Self::new_with_client(baseurl, client.build().unwrap())
    }
    /// Construct a new client with an existing `reqwest::Client`,
    /// allowing more control over its configuration.
    ///
    /// `baseurl` is the base URL provided to the internal
    /// `reqwest::Client`, and should include a scheme and hostname,
    /// as well as port and a path stem if applicable.
    pub fn new_with_client(baseurl: &str, client: reqwest::Client) -> Self {
        Self {
            baseurl: baseurl.to_string(),
            client,
        }
    }
}
impl ClientInfo<()> for Client {
    fn api_version() -> &'static str {
        "0.1.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &() {
        &()
    }
}
impl ClientHooks<()> for &Client {}
impl Client {
    /**Say what this is

Sends a `GET` request to `/`

```ignore
let response = client.read_service()
    .send()
    .await;
```*/
    pub fn read_service(&self) -> builder::ReadService<'_> {
        builder::ReadService::new(self)
    }
    /**Say whether the process is alive

Sends a `GET` request to `/livez`

```ignore
let response = client.read_liveness()
    .send()
    .await;
```*/
    pub fn read_liveness(&self) -> builder::ReadLiveness<'_> {
        builder::ReadLiveness::new(self)
    }
    /**Say whether requests can be answered

503 while the database cannot be reached, and once the server was told to stop, for as long as it then still takes connections: 2 s where it runs as `postwright api`, not at all where everything runs in one process.

Sends a `GET` request to `/readyz`

```ignore
let response = client.read_readiness()
    .send()
    .await;
```*/
    pub fn read_readiness(&self) -> builder::ReadReadiness<'_> {
        builder::ReadReadiness::new(self)
    }
    /**List the public keys of access tokens

A JSON Web Key Set (RFC 7517). Tokens name their key in `kid`.

Sends a `GET` request to `/.well-known/jwks.json`

```ignore
let response = client.list_signing_keys()
    .send()
    .await;
```*/
    pub fn list_signing_keys(&self) -> builder::ListSigningKeys<'_> {
        builder::ListSigningKeys::new(self)
    }
    /**Sign up

Creates an account and an organization of which it is the owner.

Sends a `POST` request to `/v1/auth/sign-up`

```ignore
let response = client.sign_up()
    .body(body)
    .send()
    .await;
```*/
    pub fn sign_up(&self) -> builder::SignUp<'_> {
        builder::SignUp::new(self)
    }
    /**Sign in

The same answer in the same time, whether the e-mail is known or not. Failures slow down further tries (429).

Sends a `POST` request to `/v1/auth/sign-in`

```ignore
let response = client.sign_in()
    .body(body)
    .send()
    .await;
```*/
    pub fn sign_in(&self) -> builder::SignIn<'_> {
        builder::SignIn::new(self)
    }
    /**Exchange a refresh token for new tokens

A refresh token works once; the answer has the next one. Using an old one again ends the login.

Sends a `POST` request to `/v1/auth/refresh`

```ignore
let response = client.refresh_tokens()
    .body(body)
    .send()
    .await;
```*/
    pub fn refresh_tokens(&self) -> builder::RefreshTokens<'_> {
        builder::RefreshTokens::new(self)
    }
    /**Sign out

Ends this login: its access and refresh tokens stop working.

Sends a `POST` request to `/v1/auth/sign-out`

```ignore
let response = client.sign_out()
    .send()
    .await;
```*/
    pub fn sign_out(&self) -> builder::SignOut<'_> {
        builder::SignOut::new(self)
    }
    /**Say who the caller is

Sends a `GET` request to `/v1/me`

```ignore
let response = client.read_me()
    .send()
    .await;
```*/
    pub fn read_me(&self) -> builder::ReadMe<'_> {
        builder::ReadMe::new(self)
    }
    /**Get the organization

Sends a `GET` request to `/v1/organization`

```ignore
let response = client.read_organization()
    .send()
    .await;
```*/
    pub fn read_organization(&self) -> builder::ReadOrganization<'_> {
        builder::ReadOrganization::new(self)
    }
    /**Change the organization

What is absent stays. What it demands of its job posts holds at once, for every session; a turn under way still ends under what held before.

Sends a `PATCH` request to `/v1/organization`

```ignore
let response = client.update_organization()
    .body(body)
    .send()
    .await;
```*/
    pub fn update_organization(&self) -> builder::UpdateOrganization<'_> {
        builder::UpdateOrganization::new(self)
    }
    /**List the members of the organization

Sends a `GET` request to `/v1/members`

Arguments:
- `limit`: How many at the most.
- `page_token`: `next_page` of the page before.
```ignore
let response = client.list_members()
    .limit(limit)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_members(&self) -> builder::ListMembers<'_> {
        builder::ListMembers::new(self)
    }
    /**Add a member

Somebody who has an account joins with it; for anybody else name and password make one. Only an owner adds owners.

Sends a `POST` request to `/v1/members`

Arguments:
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `body`
```ignore
let response = client.add_member()
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn add_member(&self) -> builder::AddMember<'_> {
        builder::AddMember::new(self)
    }
    /**Get a member

Sends a `GET` request to `/v1/members/{user_id}`

```ignore
let response = client.read_member()
    .user_id(user_id)
    .send()
    .await;
```*/
    pub fn read_member(&self) -> builder::ReadMember<'_> {
        builder::ReadMember::new(self)
    }
    /**Remove a member

Their account stays; their tokens for this organization stop working. The last owner stays.

Sends a `DELETE` request to `/v1/members/{user_id}`

```ignore
let response = client.remove_member()
    .user_id(user_id)
    .send()
    .await;
```*/
    pub fn remove_member(&self) -> builder::RemoveMember<'_> {
        builder::RemoveMember::new(self)
    }
    /**Change a member's role

Their access tokens stop working; a refresh gives new ones. The last owner stays owner.

Sends a `PATCH` request to `/v1/members/{user_id}`

```ignore
let response = client.update_member()
    .user_id(user_id)
    .body(body)
    .send()
    .await;
```*/
    pub fn update_member(&self) -> builder::UpdateMember<'_> {
        builder::UpdateMember::new(self)
    }
    /**List sessions

Newest first. A member sees their own, an admin the organization's.

Sends a `GET` request to `/v1/sessions`

Arguments:
- `limit`: How many at the most.
- `page_token`: `next_page` of the page before.
- `status`: Only those in this state.
- `user_id`: Only this person's; for admins.
```ignore
let response = client.list_sessions()
    .limit(limit)
    .page_token(page_token)
    .status(status)
    .user_id(user_id)
    .send()
    .await;
```*/
    pub fn list_sessions(&self) -> builder::ListSessions<'_> {
        builder::ListSessions::new(self)
    }
    /**Start a session

Its first message is the agent's greeting. It lives for as long after its last turn or edit as the organization's settings say: 24 hours, unless they say otherwise.

Sends a `POST` request to `/v1/sessions`

Arguments:
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `body`
```ignore
let response = client.start_session()
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn start_session(&self) -> builder::StartSession<'_> {
        builder::StartSession::new(self)
    }
    /**Get a session

Sends a `GET` request to `/v1/sessions/{session_id}`

Arguments:
- `session_id`
- `if_none_match`: An `ETag` from before: 304 if it is still the same.
```ignore
let response = client.read_session()
    .session_id(session_id)
    .if_none_match(if_none_match)
    .send()
    .await;
```*/
    pub fn read_session(&self) -> builder::ReadSession<'_> {
        builder::ReadSession::new(self)
    }
    /**Delete a session

With all that was said in it. Finished job posts stay.

Sends a `DELETE` request to `/v1/sessions/{session_id}`

Arguments:
- `session_id`
- `if_match`: The `ETag` of what the caller has seen, or several: 412 if it has changed since.
```ignore
let response = client.delete_session()
    .session_id(session_id)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn delete_session(&self) -> builder::DeleteSession<'_> {
        builder::DeleteSession::new(self)
    }
    /**Change the job data by hand

A JSON merge patch (RFC 7396), as `application/merge-patch+json` or `application/json`: what is absent stays, null empties a field, a list takes the place of the one that was there. Clients that cannot send null name the field in `clear`. It holds at once, also while a turn runs. After it a yes needs a new summary; a finished session is active again, for its next revision. What changes nothing is no change.

Sends a `PATCH` request to `/v1/sessions/{session_id}/job-data`

Arguments:
- `session_id`
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `if_match`: The `ETag` of what the caller has seen, or several: 412 if it has changed since.
- `body`
```ignore
let response = client.edit_job_data()
    .session_id(session_id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn edit_job_data(&self) -> builder::EditJobData<'_> {
        builder::EditJobData::new(self)
    }
    /**Take the last change back

Whether it was made by a turn or by hand. Called again it goes one change further back. What was taken back is in the log still, and `restore_session` brings it back.

Sends a `POST` request to `/v1/sessions/{session_id}/undo`

Arguments:
- `session_id`
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `if_match`: The `ETag` of what the caller has seen, or several: 412 if it has changed since.
```ignore
let response = client.undo_change()
    .session_id(session_id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .send()
    .await;
```*/
    pub fn undo_change(&self) -> builder::UndoChange<'_> {
        builder::UndoChange::new(self)
    }
    /**Go back to a version

The job data become what they were at a version of the log, or when a job post was made of them. This is a change like others: `undo_change` takes it back.

Sends a `POST` request to `/v1/sessions/{session_id}/restore`

Arguments:
- `session_id`
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `if_match`: The `ETag` of what the caller has seen, or several: 412 if it has changed since.
- `body`
```ignore
let response = client.restore_session()
    .session_id(session_id)
    .idempotency_key(idempotency_key)
    .if_match(if_match)
    .body(body)
    .send()
    .await;
```*/
    pub fn restore_session(&self) -> builder::RestoreSession<'_> {
        builder::RestoreSession::new(self)
    }
    /**Fork a session

Begins a session of the caller's with the messages and the job data of this one as they were after a turn, or as they are now. This one stays as it is.

Sends a `POST` request to `/v1/sessions/{session_id}/fork`

Arguments:
- `session_id`
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `body`
```ignore
let response = client.fork_session()
    .session_id(session_id)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn fork_session(&self) -> builder::ForkSession<'_> {
        builder::ForkSession::new(self)
    }
    /**List the changes of a session

Newest first: what each turn, edit, undo and restore made of the job data, and on what it rests.

Sends a `GET` request to `/v1/sessions/{session_id}/changes`

Arguments:
- `session_id`
- `limit`: How many at the most.
- `page_token`: `next_page` of the page before.
```ignore
let response = client.list_changes()
    .session_id(session_id)
    .limit(limit)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_changes(&self) -> builder::ListChanges<'_> {
        builder::ListChanges::new(self)
    }
    /**List the turns of a session

Oldest first.

Sends a `GET` request to `/v1/sessions/{session_id}/turns`

Arguments:
- `session_id`
- `limit`: How many at the most.
- `page_token`: `next_page` of the page before.
```ignore
let response = client.list_turns()
    .session_id(session_id)
    .limit(limit)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_turns(&self) -> builder::ListTurns<'_> {
        builder::ListTurns::new(self)
    }
    /**Say something

The message is accepted as the session's next turn, and the agent answers it in the background. With `Prefer: wait=20` the answer is awaited for so many seconds (30 at the most): 200 if it came in time, else 202, and the turn goes on. With `Accept: text/event-stream` the answer is a stream of the turn's events instead, as of `stream_events`, up to the turn's last.

Sends a `POST` request to `/v1/sessions/{session_id}/turns`

Arguments:
- `session_id`
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `prefer`: `wait=N` or `respond-async` (RFC 7240).
- `body`
```ignore
let response = client.start_turn()
    .session_id(session_id)
    .idempotency_key(idempotency_key)
    .prefer(prefer)
    .body(body)
    .send()
    .await;
```*/
    pub fn start_turn(&self) -> builder::StartTurn<'_> {
        builder::StartTurn::new(self)
    }
    /**Get a turn

Sends a `GET` request to `/v1/sessions/{session_id}/turns/{turn_id}`

```ignore
let response = client.read_turn()
    .session_id(session_id)
    .turn_id(turn_id)
    .send()
    .await;
```*/
    pub fn read_turn(&self) -> builder::ReadTurn<'_> {
        builder::ReadTurn::new(self)
    }
    /**Cancel a turn

One that waits does not run any more, one that runs is interrupted; the model never sees its message. A turn that has ended stays as it is (409, unless it is cancelled already).

Sends a `POST` request to `/v1/sessions/{session_id}/turns/{turn_id}/cancel`

```ignore
let response = client.cancel_turn()
    .session_id(session_id)
    .turn_id(turn_id)
    .send()
    .await;
```*/
    pub fn cancel_turn(&self) -> builder::CancelTurn<'_> {
        builder::CancelTurn::new(self)
    }
    /**Try a failed turn again

Its message becomes the session's next turn. Answered like `start_turn`.

Sends a `POST` request to `/v1/sessions/{session_id}/turns/{turn_id}/retry`

Arguments:
- `session_id`
- `turn_id`
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `prefer`: `wait=N` or `respond-async` (RFC 7240).
```ignore
let response = client.retry_turn()
    .session_id(session_id)
    .turn_id(turn_id)
    .idempotency_key(idempotency_key)
    .prefer(prefer)
    .send()
    .await;
```*/
    pub fn retry_turn(&self) -> builder::RetryTurn<'_> {
        builder::RetryTurn::new(self)
    }
    /**List the messages of a session

Oldest first: the agent's greeting, then each turn's message and answer.

Sends a `GET` request to `/v1/sessions/{session_id}/messages`

Arguments:
- `session_id`
- `limit`: How many at the most.
- `page_token`: `next_page` of the page before.
```ignore
let response = client.list_messages()
    .session_id(session_id)
    .limit(limit)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_messages(&self) -> builder::ListMessages<'_> {
        builder::ListMessages::new(self)
    }
    /**Tell where the job data came from

For each value the message and the words that it rests on. Values that are only `assumed` are the agent's suggestions: they are not among the job data, and never published, before somebody says yes to them.

Sends a `GET` request to `/v1/sessions/{session_id}/provenance`

```ignore
let response = client.read_provenance()
    .session_id(session_id)
    .send()
    .await;
```*/
    pub fn read_provenance(&self) -> builder::ReadProvenance<'_> {
        builder::ReadProvenance::new(self)
    }
    /**Follow a session

Server-sent events: first what has happened, then what happens. `id` is the event's number in the session, `event` its type, `data` a SessionEvent. Who was cut off goes on with `Last-Event-ID`, on any server. The pieces of an answer (`text.delta`) are valid until a `text.reset` of the same turn; the answer itself (`message.completed`) always is, and pieces of old answers may be missing. Applying every patch of `job_data.changed` to `{}` gives the job data. The stream ends with `stream.closed`, which has no id, and why: `token_expired`, `token_revoked`, `draining` (the server stops, come back), `session_gone` or `slow_client`.

Sends a `GET` request to `/v1/sessions/{session_id}/events`

Arguments:
- `session_id`
- `after`: The same for clients that cannot set headers, which win.
- `last_event_id`: The `id` of the last event that was received.
```ignore
let response = client.stream_events()
    .session_id(session_id)
    .after(after)
    .last_event_id(last_event_id)
    .send()
    .await;
```*/
    pub fn stream_events(&self) -> builder::StreamEvents<'_> {
        builder::StreamEvents::new(self)
    }
    /**Say yes to the summary

Makes a job post of what the session holds. The yes is bound to content: it counts only while `content_hash` is the session's. Saying it again gives the same job post (200).

Sends a `POST` request to `/v1/sessions/{session_id}/finalize`

Arguments:
- `session_id`
- `idempotency_key`: Your name for this request: sent again within 24 hours, it is not done again but answered alike.
- `body`
```ignore
let response = client.finalize_session()
    .session_id(session_id)
    .idempotency_key(idempotency_key)
    .body(body)
    .send()
    .await;
```*/
    pub fn finalize_session(&self) -> builder::FinalizeSession<'_> {
        builder::FinalizeSession::new(self)
    }
    /**List job posts

The organization's, newest first.

Sends a `GET` request to `/v1/job-posts`

Arguments:
- `limit`: How many at the most.
- `page_token`: `next_page` of the page before.
```ignore
let response = client.list_job_posts()
    .limit(limit)
    .page_token(page_token)
    .send()
    .await;
```*/
    pub fn list_job_posts(&self) -> builder::ListJobPosts<'_> {
        builder::ListJobPosts::new(self)
    }
    /**Get a job post

Sends a `GET` request to `/v1/job-posts/{job_post_id}`

```ignore
let response = client.read_job_post()
    .job_post_id(job_post_id)
    .send()
    .await;
```*/
    pub fn read_job_post(&self) -> builder::ReadJobPost<'_> {
        builder::ReadJobPost::new(self)
    }
    /**Export a job post as JSON-LD

A schema.org JobPosting by Google's list of properties, ready for a `script` element: no `<` is in it. What nobody said is left out, also where Google wants it: a place in no country we know has no `addressCountry`.

Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/json-ld`

Arguments:
- `job_post_id`
- `if_none_match`: An `ETag` from before: 304 if it is still the same.
```ignore
let response = client.export_job_post_json_ld()
    .job_post_id(job_post_id)
    .if_none_match(if_none_match)
    .send()
    .await;
```*/
    pub fn export_job_post_json_ld(&self) -> builder::ExportJobPostJsonLd<'_> {
        builder::ExportJobPostJsonLd::new(self)
    }
    /**Export a job post as Markdown

CommonMark without HTML; what people wrote is escaped.

Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/markdown`

Arguments:
- `job_post_id`
- `if_none_match`: An `ETag` from before: 304 if it is still the same.
```ignore
let response = client.export_job_post_markdown()
    .job_post_id(job_post_id)
    .if_none_match(if_none_match)
    .send()
    .await;
```*/
    pub fn export_job_post_markdown(&self) -> builder::ExportJobPostMarkdown<'_> {
        builder::ExportJobPostMarkdown::new(self)
    }
    /**Export a job post as HTML

A page without scripts, styles or links; what people wrote is escaped.

Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/html`

Arguments:
- `job_post_id`
- `if_none_match`: An `ETag` from before: 304 if it is still the same.
```ignore
let response = client.export_job_post_html()
    .job_post_id(job_post_id)
    .if_none_match(if_none_match)
    .send()
    .await;
```*/
    pub fn export_job_post_html(&self) -> builder::ExportJobPostHtml<'_> {
        builder::ExportJobPostHtml::new(self)
    }
    /**Export a job post as plain text

With the same words and numbers as the other forms.

Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/text`

Arguments:
- `job_post_id`
- `if_none_match`: An `ETag` from before: 304 if it is still the same.
```ignore
let response = client.export_job_post_text()
    .job_post_id(job_post_id)
    .if_none_match(if_none_match)
    .send()
    .await;
```*/
    pub fn export_job_post_text(&self) -> builder::ExportJobPostText<'_> {
        builder::ExportJobPostText::new(self)
    }
    /**Check a session's job post

What would be published if somebody said yes now, against fixed rules: pay transparency by place and date, wording that is coded for a gender or an age, and statements that are missing. Hints, not legal advice.

Sends a `GET` request to `/v1/sessions/{session_id}/compliance`

```ignore
let response = client.check_session()
    .session_id(session_id)
    .send()
    .await;
```*/
    pub fn check_session(&self) -> builder::CheckSession<'_> {
        builder::CheckSession::new(self)
    }
    /**Check a job post

As it would be judged if it were published today.

Sends a `GET` request to `/v1/job-posts/{job_post_id}/compliance`

```ignore
let response = client.check_job_post()
    .job_post_id(job_post_id)
    .send()
    .await;
```*/
    pub fn check_job_post(&self) -> builder::CheckJobPost<'_> {
        builder::CheckJobPost::new(self)
    }
    /**Start a conversation, or resume one

Waits for the agent's answer. A `session_id` that is not a live session of the caller's begins a new one. Takes multipart and JSON bodies too. When the agent fails, the answer is 200 with `status` `error`.

Sends a `POST` request to `/create-job-post`

```ignore
let response = client.create_job_post()
    .body(body)
    .send()
    .await;
```*/
    pub fn create_job_post(&self) -> builder::CreateJobPost<'_> {
        builder::CreateJobPost::new(self)
    }
    /**Say something in a conversation

Waits for the agent's answer. A conversation that is gone, or never was the caller's, is 200 with `status` `error`. Takes multipart and JSON bodies too.

Sends a `POST` request to `/job-post-chat`

```ignore
let response = client.continue_job_post()
    .body(body)
    .send()
    .await;
```*/
    pub fn continue_job_post(&self) -> builder::ContinueJobPost<'_> {
        builder::ContinueJobPost::new(self)
    }
    /**Get a conversation

Sends a `GET` request to `/job-post-session/{session_id}`

```ignore
let response = client.read_job_post_session()
    .session_id(session_id)
    .send()
    .await;
```*/
    pub fn read_job_post_session(&self) -> builder::ReadJobPostSession<'_> {
        builder::ReadJobPostSession::new(self)
    }
    /**Delete a conversation

Sends a `DELETE` request to `/job-post-session/{session_id}`

```ignore
let response = client.delete_job_post_session()
    .session_id(session_id)
    .send()
    .await;
```*/
    pub fn delete_job_post_session(&self) -> builder::DeleteJobPostSession<'_> {
        builder::DeleteJobPostSession::new(self)
    }
}
/// Types for composing operation parameters.
#[allow(clippy::all)]
pub mod builder {
    use super::types;
    #[allow(unused_imports)]
    use super::{
        encode_path, ByteStream, ClientInfo, ClientHooks, Error, OperationInfo,
        RequestBuilderExt, ResponseValue,
    };
    /**Builder for [`Client::read_service`]

[`Client::read_service`]: super::Client::read_service*/
    #[derive(Debug, Clone)]
    pub struct ReadService<'a> {
        client: &'a super::Client,
    }
    impl<'a> ReadService<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ServiceInfo>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_service",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_liveness`]

[`Client::read_liveness`]: super::Client::read_liveness*/
    #[derive(Debug, Clone)]
    pub struct ReadLiveness<'a> {
        client: &'a super::Client,
    }
    impl<'a> ReadLiveness<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/livez`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Health>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/livez", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_liveness",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_readiness`]

[`Client::read_readiness`]: super::Client::read_readiness*/
    #[derive(Debug, Clone)]
    pub struct ReadReadiness<'a> {
        client: &'a super::Client,
    }
    impl<'a> ReadReadiness<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/readyz`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Health>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/readyz", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_readiness",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_signing_keys`]

[`Client::list_signing_keys`]: super::Client::list_signing_keys*/
    #[derive(Debug, Clone)]
    pub struct ListSigningKeys<'a> {
        client: &'a super::Client,
    }
    impl<'a> ListSigningKeys<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/.well-known/jwks.json`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::KeySet>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/.well-known/jwks.json", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_signing_keys",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::sign_up`]

[`Client::sign_up`]: super::Client::sign_up*/
    #[derive(Debug, Clone)]
    pub struct SignUp<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SignUpRequest, String>,
    }
    impl<'a> SignUp<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SignUpRequest>,
            <V as std::convert::TryInto<types::SignUpRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SignUpRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SignUpRequest,
            ) -> types::builder::SignUpRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/auth/sign-up`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Tokens>, Error<types::Problem>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::SignUpRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/auth/sign-up", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "sign_up",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::sign_in`]

[`Client::sign_in`]: super::Client::sign_in*/
    #[derive(Debug, Clone)]
    pub struct SignIn<'a> {
        client: &'a super::Client,
        body: Result<types::builder::SignInRequest, String>,
    }
    impl<'a> SignIn<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SignInRequest>,
            <V as std::convert::TryInto<types::SignInRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `SignInRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::SignInRequest,
            ) -> types::builder::SignInRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/auth/sign-in`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Tokens>, Error<types::Problem>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::SignInRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/auth/sign-in", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "sign_in",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::refresh_tokens`]

[`Client::refresh_tokens`]: super::Client::refresh_tokens*/
    #[derive(Debug, Clone)]
    pub struct RefreshTokens<'a> {
        client: &'a super::Client,
        body: Result<types::builder::RefreshRequest, String>,
    }
    impl<'a> RefreshTokens<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RefreshRequest>,
            <V as std::convert::TryInto<
                types::RefreshRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `RefreshRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::RefreshRequest,
            ) -> types::builder::RefreshRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/auth/refresh`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Tokens>, Error<types::Problem>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::RefreshRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/auth/refresh", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "refresh_tokens",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::sign_out`]

[`Client::sign_out`]: super::Client::sign_out*/
    #[derive(Debug, Clone)]
    pub struct SignOut<'a> {
        client: &'a super::Client,
    }
    impl<'a> SignOut<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `POST` request to `/v1/auth/sign-out`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/v1/auth/sign-out", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "sign_out",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_me`]

[`Client::read_me`]: super::Client::read_me*/
    #[derive(Debug, Clone)]
    pub struct ReadMe<'a> {
        client: &'a super::Client,
    }
    impl<'a> ReadMe<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/v1/me`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Me>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/v1/me", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_me",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_organization`]

[`Client::read_organization`]: super::Client::read_organization*/
    #[derive(Debug, Clone)]
    pub struct ReadOrganization<'a> {
        client: &'a super::Client,
    }
    impl<'a> ReadOrganization<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self { client: client }
        }
        ///Sends a `GET` request to `/v1/organization`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Organization>, Error<types::Problem>> {
            let Self { client } = self;
            let url = format!("{}/v1/organization", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_organization",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_organization`]

[`Client::update_organization`]: super::Client::update_organization*/
    #[derive(Debug, Clone)]
    pub struct UpdateOrganization<'a> {
        client: &'a super::Client,
        body: Result<types::builder::UpdateOrganizationRequest, String>,
    }
    impl<'a> UpdateOrganization<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpdateOrganizationRequest>,
            <V as std::convert::TryInto<
                types::UpdateOrganizationRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!(
                        "conversion to `UpdateOrganizationRequest` for body failed: {}",
                        s
                    )
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UpdateOrganizationRequest,
            ) -> types::builder::UpdateOrganizationRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/v1/organization`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Organization>, Error<types::Problem>> {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::UpdateOrganizationRequest::try_from(v)
                        .map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/organization", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_organization",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_members`]

[`Client::list_members`]: super::Client::list_members*/
    #[derive(Debug, Clone)]
    pub struct ListMembers<'a> {
        client: &'a super::Client,
        limit: Result<Option<::std::num::NonZeroU32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListMembers<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/members`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MemberPage>, Error<types::Problem>> {
            let Self { client, limit, page_token } = self;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/members", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_members",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
        ///Streams `GET` requests to `/v1/members`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Member, Error<types::Problem>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }
    /**Builder for [`Client::add_member`]

[`Client::add_member`]: super::Client::add_member*/
    #[derive(Debug, Clone)]
    pub struct AddMember<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::AddMemberIdempotencyKey>, String>,
        body: Result<types::builder::AddMemberRequest, String>,
    }
    impl<'a> AddMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AddMemberIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `AddMemberIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::AddMemberRequest>,
            <V as std::convert::TryInto<
                types::AddMemberRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `AddMemberRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::AddMemberRequest,
            ) -> types::builder::AddMemberRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/members`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Member>, Error<types::Problem>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::AddMemberRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/members", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "add_member",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_member`]

[`Client::read_member`]: super::Client::read_member*/
    #[derive(Debug, Clone)]
    pub struct ReadMember<'a> {
        client: &'a super::Client,
        user_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ReadMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                user_id: Err("user_id was not initialized".to_string()),
            }
        }
        pub fn user_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.user_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for user_id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/members/{user_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Member>, Error<types::Problem>> {
            let Self { client, user_id } = self;
            let user_id = user_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/members/{}", client.baseurl, encode_path(& user_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_member",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::remove_member`]

[`Client::remove_member`]: super::Client::remove_member*/
    #[derive(Debug, Clone)]
    pub struct RemoveMember<'a> {
        client: &'a super::Client,
        user_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> RemoveMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                user_id: Err("user_id was not initialized".to_string()),
            }
        }
        pub fn user_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.user_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for user_id failed".to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/v1/members/{user_id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::Problem>> {
            let Self { client, user_id } = self;
            let user_id = user_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/members/{}", client.baseurl, encode_path(& user_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "remove_member",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::update_member`]

[`Client::update_member`]: super::Client::update_member*/
    #[derive(Debug, Clone)]
    pub struct UpdateMember<'a> {
        client: &'a super::Client,
        user_id: Result<::uuid::Uuid, String>,
        body: Result<types::builder::UpdateMemberRequest, String>,
    }
    impl<'a> UpdateMember<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                user_id: Err("user_id was not initialized".to_string()),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn user_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.user_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for user_id failed".to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UpdateMemberRequest>,
            <V as std::convert::TryInto<
                types::UpdateMemberRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `UpdateMemberRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::UpdateMemberRequest,
            ) -> types::builder::UpdateMemberRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/v1/members/{user_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Member>, Error<types::Problem>> {
            let Self { client, user_id, body } = self;
            let user_id = user_id.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::UpdateMemberRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/members/{}", client.baseurl, encode_path(& user_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "update_member",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_sessions`]

[`Client::list_sessions`]: super::Client::list_sessions*/
    #[derive(Debug, Clone)]
    pub struct ListSessions<'a> {
        client: &'a super::Client,
        limit: Result<Option<::std::num::NonZeroU32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
        status: Result<Option<types::SessionStatus>, String>,
        user_id: Result<Option<::uuid::Uuid>, String>,
    }
    impl<'a> ListSessions<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                limit: Ok(None),
                page_token: Ok(None),
                status: Ok(None),
                user_id: Ok(None),
            }
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        pub fn status<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::SessionStatus>,
        {
            self.status = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `SessionStatus` for status failed".to_string()
                });
            self
        }
        pub fn user_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.user_id = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for user_id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::SessionPage>, Error<types::Problem>> {
            let Self { client, limit, page_token, status, user_id } = self;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let status = status.map_err(Error::InvalidRequest)?;
            let user_id = user_id.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .query(&progenitor_client::QueryParam::new("status", &status))
                .query(&progenitor_client::QueryParam::new("user_id", &user_id))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_sessions",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
        ///Streams `GET` requests to `/v1/sessions`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Session, Error<types::Problem>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                status: Ok(None),
                user_id: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }
    /**Builder for [`Client::start_session`]

[`Client::start_session`]: super::Client::start_session*/
    #[derive(Debug, Clone)]
    pub struct StartSession<'a> {
        client: &'a super::Client,
        idempotency_key: Result<Option<types::StartSessionIdempotencyKey>, String>,
        body: Result<types::builder::StartSessionRequest, String>,
    }
    impl<'a> StartSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StartSessionIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `StartSessionIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StartSessionRequest>,
            <V as std::convert::TryInto<
                types::StartSessionRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StartSessionRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StartSessionRequest,
            ) -> types::builder::StartSessionRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/sessions`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Session>, Error<types::Problem>> {
            let Self { client, idempotency_key, body } = self;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::StartSessionRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/sessions", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "start_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_session`]

[`Client::read_session`]: super::Client::read_session*/
    #[derive(Debug, Clone)]
    pub struct ReadSession<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ReadSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Session>, Error<types::Problem>> {
            let Self { client, session_id, if_none_match } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_session`]

[`Client::delete_session`]: super::Client::delete_session*/
    #[derive(Debug, Clone)]
    pub struct DeleteSession<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        if_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> DeleteSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                if_match: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/v1/sessions/{session_id}`
        pub async fn send(self) -> Result<ResponseValue<()>, Error<types::Problem>> {
            let Self { client, session_id, if_match } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                204u16 => Ok(ResponseValue::empty(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::edit_job_data`]

[`Client::edit_job_data`]: super::Client::edit_job_data*/
    #[derive(Debug, Clone)]
    pub struct EditJobData<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<types::EditJobDataIdempotencyKey>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::JobDataPatch, String>,
    }
    impl<'a> EditJobData<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::EditJobDataIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `EditJobDataIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::JobDataPatch>,
            <V as std::convert::TryInto<types::JobDataPatch>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `JobDataPatch` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::JobDataPatch,
            ) -> types::builder::JobDataPatch,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `PATCH` request to `/v1/sessions/{session_id}/job-data`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Session>, Error<types::Problem>> {
            let Self { client, session_id, idempotency_key, if_match, body } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::JobDataPatch::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/job-data", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .patch(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "edit_job_data",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::undo_change`]

[`Client::undo_change`]: super::Client::undo_change*/
    #[derive(Debug, Clone)]
    pub struct UndoChange<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<types::UndoChangeIdempotencyKey>, String>,
        if_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> UndoChange<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::UndoChangeIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `UndoChangeIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/v1/sessions/{session_id}/undo`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Session>, Error<types::Problem>> {
            let Self { client, session_id, idempotency_key, if_match } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/undo", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "undo_change",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::restore_session`]

[`Client::restore_session`]: super::Client::restore_session*/
    #[derive(Debug, Clone)]
    pub struct RestoreSession<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<types::RestoreSessionIdempotencyKey>, String>,
        if_match: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::RestoreRequest, String>,
    }
    impl<'a> RestoreSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                if_match: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RestoreSessionIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `RestoreSessionIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn if_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_match failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RestoreRequest>,
            <V as std::convert::TryInto<
                types::RestoreRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `RestoreRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::RestoreRequest,
            ) -> types::builder::RestoreRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/sessions/{session_id}/restore`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Session>, Error<types::Problem>> {
            let Self { client, session_id, idempotency_key, if_match, body } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let if_match = if_match.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::RestoreRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/restore", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = if_match {
                header_map.append("If-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "restore_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                412u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::fork_session`]

[`Client::fork_session`]: super::Client::fork_session*/
    #[derive(Debug, Clone)]
    pub struct ForkSession<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<types::ForkSessionIdempotencyKey>, String>,
        body: Result<types::builder::ForkRequest, String>,
    }
    impl<'a> ForkSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ForkSessionIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `ForkSessionIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::ForkRequest>,
            <V as std::convert::TryInto<types::ForkRequest>>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `ForkRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::ForkRequest,
            ) -> types::builder::ForkRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/sessions/{session_id}/fork`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Session>, Error<types::Problem>> {
            let Self { client, session_id, idempotency_key, body } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| types::ForkRequest::try_from(v).map_err(|e| e.to_string()))
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/fork", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "fork_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_changes`]

[`Client::list_changes`]: super::Client::list_changes*/
    #[derive(Debug, Clone)]
    pub struct ListChanges<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        limit: Result<Option<::std::num::NonZeroU32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListChanges<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}/changes`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ChangePage>, Error<types::Problem>> {
            let Self { client, session_id, limit, page_token } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/changes", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_changes",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
        ///Streams `GET` requests to `/v1/sessions/{session_id}/changes`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Change, Error<types::Problem>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }
    /**Builder for [`Client::list_turns`]

[`Client::list_turns`]: super::Client::list_turns*/
    #[derive(Debug, Clone)]
    pub struct ListTurns<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        limit: Result<Option<::std::num::NonZeroU32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListTurns<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}/turns`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::TurnPage>, Error<types::Problem>> {
            let Self { client, session_id, limit, page_token } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/turns", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_turns",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
        ///Streams `GET` requests to `/v1/sessions/{session_id}/turns`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Turn, Error<types::Problem>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }
    /**Builder for [`Client::start_turn`]

[`Client::start_turn`]: super::Client::start_turn*/
    #[derive(Debug, Clone)]
    pub struct StartTurn<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<types::StartTurnIdempotencyKey>, String>,
        prefer: Result<Option<::std::string::String>, String>,
        body: Result<types::builder::StartTurnRequest, String>,
    }
    impl<'a> StartTurn<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                prefer: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StartTurnIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `StartTurnIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn prefer<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.prefer = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for prefer failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::StartTurnRequest>,
            <V as std::convert::TryInto<
                types::StartTurnRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `StartTurnRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::StartTurnRequest,
            ) -> types::builder::StartTurnRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/sessions/{session_id}/turns`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Turn>, Error<types::Problem>> {
            let Self { client, session_id, idempotency_key, prefer, body } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let prefer = prefer.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::StartTurnRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/turns", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = prefer {
                header_map.append("Prefer", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "start_turn",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                202u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_turn`]

[`Client::read_turn`]: super::Client::read_turn*/
    #[derive(Debug, Clone)]
    pub struct ReadTurn<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        turn_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ReadTurn<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                turn_id: Err("turn_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn turn_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.turn_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for turn_id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}/turns/{turn_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Turn>, Error<types::Problem>> {
            let Self { client, session_id, turn_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let turn_id = turn_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/turns/{}", client.baseurl, encode_path(& session_id
                .to_string()), encode_path(& turn_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_turn",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::cancel_turn`]

[`Client::cancel_turn`]: super::Client::cancel_turn*/
    #[derive(Debug, Clone)]
    pub struct CancelTurn<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        turn_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> CancelTurn<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                turn_id: Err("turn_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn turn_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.turn_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for turn_id failed".to_string()
                });
            self
        }
        ///Sends a `POST` request to `/v1/sessions/{session_id}/turns/{turn_id}/cancel`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Turn>, Error<types::Problem>> {
            let Self { client, session_id, turn_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let turn_id = turn_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/turns/{}/cancel", client.baseurl, encode_path(&
                session_id.to_string()), encode_path(& turn_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "cancel_turn",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::retry_turn`]

[`Client::retry_turn`]: super::Client::retry_turn*/
    #[derive(Debug, Clone)]
    pub struct RetryTurn<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        turn_id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<types::RetryTurnIdempotencyKey>, String>,
        prefer: Result<Option<::std::string::String>, String>,
    }
    impl<'a> RetryTurn<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                turn_id: Err("turn_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                prefer: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn turn_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.turn_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for turn_id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::RetryTurnIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `RetryTurnIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn prefer<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.prefer = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for prefer failed"
                        .to_string()
                });
            self
        }
        ///Sends a `POST` request to `/v1/sessions/{session_id}/turns/{turn_id}/retry`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Turn>, Error<types::Problem>> {
            let Self { client, session_id, turn_id, idempotency_key, prefer } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let turn_id = turn_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let prefer = prefer.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/turns/{}/retry", client.baseurl, encode_path(&
                session_id.to_string()), encode_path(& turn_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(3usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            if let Some(value) = prefer {
                header_map.append("Prefer", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "retry_turn",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                202u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_messages`]

[`Client::list_messages`]: super::Client::list_messages*/
    #[derive(Debug, Clone)]
    pub struct ListMessages<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        limit: Result<Option<::std::num::NonZeroU32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListMessages<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}/messages`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::MessagePage>, Error<types::Problem>> {
            let Self { client, session_id, limit, page_token } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/messages", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_messages",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
        ///Streams `GET` requests to `/v1/sessions/{session_id}/messages`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::Message, Error<types::Problem>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }
    /**Builder for [`Client::read_provenance`]

[`Client::read_provenance`]: super::Client::read_provenance*/
    #[derive(Debug, Clone)]
    pub struct ReadProvenance<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ReadProvenance<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}/provenance`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::Provenance>, Error<types::Problem>> {
            let Self { client, session_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/provenance", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_provenance",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::stream_events`]

[`Client::stream_events`]: super::Client::stream_events*/
    #[derive(Debug, Clone)]
    pub struct StreamEvents<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        after: Result<Option<i64>, String>,
        last_event_id: Result<Option<i64>, String>,
    }
    impl<'a> StreamEvents<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                after: Ok(None),
                last_event_id: Ok(None),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn after<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.after = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for after failed".to_string());
            self
        }
        pub fn last_event_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<i64>,
        {
            self.last_event_id = value
                .try_into()
                .map(Some)
                .map_err(|_| "conversion to `i64` for last_event_id failed".to_string());
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}/events`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::Problem>> {
            let Self { client, session_id, after, last_event_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let after = after.map_err(Error::InvalidRequest)?;
            let last_event_id = last_event_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/events", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = last_event_id {
                header_map.append("Last-Event-ID", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .query(&progenitor_client::QueryParam::new("after", &after))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "stream_events",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                429u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::finalize_session`]

[`Client::finalize_session`]: super::Client::finalize_session*/
    #[derive(Debug, Clone)]
    pub struct FinalizeSession<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
        idempotency_key: Result<Option<types::FinalizeSessionIdempotencyKey>, String>,
        body: Result<types::builder::FinalizeRequest, String>,
    }
    impl<'a> FinalizeSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
                idempotency_key: Ok(None),
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        pub fn idempotency_key<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::FinalizeSessionIdempotencyKey>,
        {
            self.idempotency_key = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `FinalizeSessionIdempotencyKey` for idempotency_key failed"
                        .to_string()
                });
            self
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::FinalizeRequest>,
            <V as std::convert::TryInto<
                types::FinalizeRequest,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `FinalizeRequest` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::FinalizeRequest,
            ) -> types::builder::FinalizeRequest,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/v1/sessions/{session_id}/finalize`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::JobPost>, Error<types::Problem>> {
            let Self { client, session_id, idempotency_key, body } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let idempotency_key = idempotency_key.map_err(Error::InvalidRequest)?;
            let body = body
                .and_then(|v| {
                    types::FinalizeRequest::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/finalize", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = idempotency_key {
                header_map.append("Idempotency-Key", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .json(&body)
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "finalize_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                201u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                409u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::list_job_posts`]

[`Client::list_job_posts`]: super::Client::list_job_posts*/
    #[derive(Debug, Clone)]
    pub struct ListJobPosts<'a> {
        client: &'a super::Client,
        limit: Result<Option<::std::num::NonZeroU32>, String>,
        page_token: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ListJobPosts<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                limit: Ok(None),
                page_token: Ok(None),
            }
        }
        pub fn limit<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::num::NonZeroU32>,
        {
            self.limit = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: num :: NonZeroU32` for limit failed"
                        .to_string()
                });
            self
        }
        pub fn page_token<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.page_token = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for page_token failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/job-posts`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::JobPostPage>, Error<types::Problem>> {
            let Self { client, limit, page_token } = self;
            let limit = limit.map_err(Error::InvalidRequest)?;
            let page_token = page_token.map_err(Error::InvalidRequest)?;
            let url = format!("{}/v1/job-posts", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .query(&progenitor_client::QueryParam::new("limit", &limit))
                .query(&progenitor_client::QueryParam::new("page_token", &page_token))
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "list_job_posts",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
        ///Streams `GET` requests to `/v1/job-posts`
        pub fn stream(
            self,
        ) -> impl futures::Stream<
            Item = Result<types::JobPost, Error<types::Problem>>,
        > + Unpin + 'a {
            use ::futures::StreamExt;
            use ::futures::TryFutureExt;
            use ::futures::TryStreamExt;
            let next = Self {
                page_token: Ok(None),
                ..self.clone()
            };
            self.send()
                .map_ok(move |page| {
                    let page = page.into_inner();
                    let first = futures::stream::iter(page.items).map(Ok);
                    let rest = futures::stream::try_unfold(
                            (page.next_page, next),
                            |(next_page, next)| async {
                                if next_page.is_none() {
                                    Ok(None)
                                } else {
                                    Self {
                                        page_token: Ok(next_page),
                                        ..next.clone()
                                    }
                                        .send()
                                        .map_ok(|page| {
                                            let page = page.into_inner();
                                            Some((
                                                futures::stream::iter(page.items).map(Ok),
                                                (page.next_page, next),
                                            ))
                                        })
                                        .await
                                }
                            },
                        )
                        .try_flatten();
                    first.chain(rest)
                })
                .try_flatten_stream()
                .boxed()
        }
    }
    /**Builder for [`Client::read_job_post`]

[`Client::read_job_post`]: super::Client::read_job_post*/
    #[derive(Debug, Clone)]
    pub struct ReadJobPost<'a> {
        client: &'a super::Client,
        job_post_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> ReadJobPost<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                job_post_id: Err("job_post_id was not initialized".to_string()),
            }
        }
        pub fn job_post_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.job_post_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for job_post_id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/job-posts/{job_post_id}`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::JobPost>, Error<types::Problem>> {
            let Self { client, job_post_id } = self;
            let job_post_id = job_post_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/job-posts/{}", client.baseurl, encode_path(& job_post_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_job_post",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::export_job_post_json_ld`]

[`Client::export_job_post_json_ld`]: super::Client::export_job_post_json_ld*/
    #[derive(Debug, Clone)]
    pub struct ExportJobPostJsonLd<'a> {
        client: &'a super::Client,
        job_post_id: Result<::uuid::Uuid, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ExportJobPostJsonLd<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                job_post_id: Err("job_post_id was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }
        pub fn job_post_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.job_post_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for job_post_id failed".to_string()
                });
            self
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/json-ld`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::Problem>> {
            let Self { client, job_post_id, if_none_match } = self;
            let job_post_id = job_post_id.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/job-posts/{}/exports/json-ld", client.baseurl, encode_path(&
                job_post_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "export_job_post_json_ld",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::export_job_post_markdown`]

[`Client::export_job_post_markdown`]: super::Client::export_job_post_markdown*/
    #[derive(Debug, Clone)]
    pub struct ExportJobPostMarkdown<'a> {
        client: &'a super::Client,
        job_post_id: Result<::uuid::Uuid, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ExportJobPostMarkdown<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                job_post_id: Err("job_post_id was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }
        pub fn job_post_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.job_post_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for job_post_id failed".to_string()
                });
            self
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/markdown`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::Problem>> {
            let Self { client, job_post_id, if_none_match } = self;
            let job_post_id = job_post_id.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/job-posts/{}/exports/markdown", client.baseurl, encode_path(&
                job_post_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "export_job_post_markdown",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::export_job_post_html`]

[`Client::export_job_post_html`]: super::Client::export_job_post_html*/
    #[derive(Debug, Clone)]
    pub struct ExportJobPostHtml<'a> {
        client: &'a super::Client,
        job_post_id: Result<::uuid::Uuid, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ExportJobPostHtml<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                job_post_id: Err("job_post_id was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }
        pub fn job_post_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.job_post_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for job_post_id failed".to_string()
                });
            self
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/html`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::Problem>> {
            let Self { client, job_post_id, if_none_match } = self;
            let job_post_id = job_post_id.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/job-posts/{}/exports/html", client.baseurl, encode_path(&
                job_post_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "export_job_post_html",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::export_job_post_text`]

[`Client::export_job_post_text`]: super::Client::export_job_post_text*/
    #[derive(Debug, Clone)]
    pub struct ExportJobPostText<'a> {
        client: &'a super::Client,
        job_post_id: Result<::uuid::Uuid, String>,
        if_none_match: Result<Option<::std::string::String>, String>,
    }
    impl<'a> ExportJobPostText<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                job_post_id: Err("job_post_id was not initialized".to_string()),
                if_none_match: Ok(None),
            }
        }
        pub fn job_post_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.job_post_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for job_post_id failed".to_string()
                });
            self
        }
        pub fn if_none_match<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.if_none_match = value
                .try_into()
                .map(Some)
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for if_none_match failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/job-posts/{job_post_id}/exports/text`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<ByteStream>, Error<types::Problem>> {
            let Self { client, job_post_id, if_none_match } = self;
            let job_post_id = job_post_id.map_err(Error::InvalidRequest)?;
            let if_none_match = if_none_match.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/job-posts/{}/exports/text", client.baseurl, encode_path(&
                job_post_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(2usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            if let Some(value) = if_none_match {
                header_map.append("If-None-Match", value.to_string().try_into()?);
            }
            #[allow(unused_mut)]
            let mut request = client.client.get(url).headers(header_map).build()?;
            let info = OperationInfo {
                operation_id: "export_job_post_text",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => Ok(ResponseValue::stream(response)),
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::check_session`]

[`Client::check_session`]: super::Client::check_session*/
    #[derive(Debug, Clone)]
    pub struct CheckSession<'a> {
        client: &'a super::Client,
        session_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> CheckSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for session_id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/sessions/{session_id}/compliance`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ComplianceReport>, Error<types::Problem>> {
            let Self { client, session_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/sessions/{}/compliance", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "check_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::check_job_post`]

[`Client::check_job_post`]: super::Client::check_job_post*/
    #[derive(Debug, Clone)]
    pub struct CheckJobPost<'a> {
        client: &'a super::Client,
        job_post_id: Result<::uuid::Uuid, String>,
    }
    impl<'a> CheckJobPost<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                job_post_id: Err("job_post_id was not initialized".to_string()),
            }
        }
        pub fn job_post_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::uuid::Uuid>,
        {
            self.job_post_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: uuid :: Uuid` for job_post_id failed".to_string()
                });
            self
        }
        ///Sends a `GET` request to `/v1/job-posts/{job_post_id}/compliance`
        pub async fn send(
            self,
        ) -> Result<ResponseValue<types::ComplianceReport>, Error<types::Problem>> {
            let Self { client, job_post_id } = self;
            let job_post_id = job_post_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/v1/job-posts/{}/compliance", client.baseurl, encode_path(&
                job_post_id.to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "check_job_post",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::create_job_post`]

[`Client::create_job_post`]: super::Client::create_job_post*/
    #[derive(Debug, Clone)]
    pub struct CreateJobPost<'a> {
        client: &'a super::Client,
        body: Result<types::builder::CreateJobPostForm, String>,
    }
    impl<'a> CreateJobPost<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::CreateJobPostForm>,
            <V as std::convert::TryInto<
                types::CreateJobPostForm,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `CreateJobPostForm` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::CreateJobPostForm,
            ) -> types::builder::CreateJobPostForm,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/create-job-post`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::CreateJobPostAnswer>,
            Error<types::LegacyProblem>,
        > {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::CreateJobPostForm::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/create-job-post", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "create_job_post",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::continue_job_post`]

[`Client::continue_job_post`]: super::Client::continue_job_post*/
    #[derive(Debug, Clone)]
    pub struct ContinueJobPost<'a> {
        client: &'a super::Client,
        body: Result<types::builder::JobPostChatForm, String>,
    }
    impl<'a> ContinueJobPost<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                body: Ok(::std::default::Default::default()),
            }
        }
        pub fn body<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<types::JobPostChatForm>,
            <V as std::convert::TryInto<
                types::JobPostChatForm,
            >>::Error: std::fmt::Display,
        {
            self.body = value
                .try_into()
                .map(From::from)
                .map_err(|s| {
                    format!("conversion to `JobPostChatForm` for body failed: {}", s)
                });
            self
        }
        pub fn body_map<F>(mut self, f: F) -> Self
        where
            F: std::ops::FnOnce(
                types::builder::JobPostChatForm,
            ) -> types::builder::JobPostChatForm,
        {
            self.body = self.body.map(f);
            self
        }
        ///Sends a `POST` request to `/job-post-chat`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::JobPostChatAnswer>,
            Error<types::LegacyProblem>,
        > {
            let Self { client, body } = self;
            let body = body
                .and_then(|v| {
                    types::JobPostChatForm::try_from(v).map_err(|e| e.to_string())
                })
                .map_err(Error::InvalidRequest)?;
            let url = format!("{}/job-post-chat", client.baseurl,);
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .post(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .form_urlencoded(&body)?
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "continue_job_post",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                400u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                413u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                415u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                422u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::read_job_post_session`]

[`Client::read_job_post_session`]: super::Client::read_job_post_session*/
    #[derive(Debug, Clone)]
    pub struct ReadJobPostSession<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
    }
    impl<'a> ReadJobPostSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `GET` request to `/job-post-session/{session_id}`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::JobPostSessionAnswer>,
            Error<types::LegacyProblem>,
        > {
            let Self { client, session_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/job-post-session/{}", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .get(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "read_job_post_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
    /**Builder for [`Client::delete_job_post_session`]

[`Client::delete_job_post_session`]: super::Client::delete_job_post_session*/
    #[derive(Debug, Clone)]
    pub struct DeleteJobPostSession<'a> {
        client: &'a super::Client,
        session_id: Result<::std::string::String, String>,
    }
    impl<'a> DeleteJobPostSession<'a> {
        pub fn new(client: &'a super::Client) -> Self {
            Self {
                client: client,
                session_id: Err("session_id was not initialized".to_string()),
            }
        }
        pub fn session_id<V>(mut self, value: V) -> Self
        where
            V: std::convert::TryInto<::std::string::String>,
        {
            self.session_id = value
                .try_into()
                .map_err(|_| {
                    "conversion to `:: std :: string :: String` for session_id failed"
                        .to_string()
                });
            self
        }
        ///Sends a `DELETE` request to `/job-post-session/{session_id}`
        pub async fn send(
            self,
        ) -> Result<
            ResponseValue<types::JobPostSessionDeleted>,
            Error<types::LegacyProblem>,
        > {
            let Self { client, session_id } = self;
            let session_id = session_id.map_err(Error::InvalidRequest)?;
            let url = format!(
                "{}/job-post-session/{}", client.baseurl, encode_path(& session_id
                .to_string()),
            );
            let mut header_map = ::reqwest::header::HeaderMap::with_capacity(1usize);
            header_map
                .append(
                    ::reqwest::header::HeaderName::from_static("api-version"),
                    ::reqwest::header::HeaderValue::from_static(
                        super::Client::api_version(),
                    ),
                );
            #[allow(unused_mut)]
            let mut request = client
                .client
                .delete(url)
                .header(
                    ::reqwest::header::ACCEPT,
                    ::reqwest::header::HeaderValue::from_static("application/json"),
                )
                .headers(header_map)
                .build()?;
            let info = OperationInfo {
                operation_id: "delete_job_post_session",
            };
            client.pre(&mut request, &info).await?;
            let result = client.exec(request, &info).await;
            client.post(&result, &info).await?;
            let response = result?;
            match response.status().as_u16() {
                200u16 => ResponseValue::from_response(response).await,
                401u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                403u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                404u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                500u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                503u16 => {
                    Err(
                        Error::ErrorResponse(
                            ResponseValue::from_response(response).await?,
                        ),
                    )
                }
                _ => Err(Error::UnexpectedResponse(response)),
            }
        }
    }
}
/// Items consumers will typically use such as the Client.
pub mod prelude {
    pub use self::super::Client;
}
