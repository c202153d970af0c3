//! Where a sign-in comes from.

use domain::accounts::Device;
use poem::Request;
use poem::http::header::USER_AGENT;

use super::client_address::client_address;

pub fn device(request: &Request) -> Device {
    let user_agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    Device::new(user_agent, client_address(request))
}
