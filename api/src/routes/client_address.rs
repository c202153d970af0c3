//! The client's IP address, which failed sign-ins are counted by.

use std::net::IpAddr;

use poem::Request;

use crate::settings::Settings;

/// The client's address; `None` if a trusted proxy does not name it.
pub fn client_address(request: &Request) -> Option<IpAddr> {
    request.data::<Settings>().and_then(|settings| client_address_by(settings, request))
}

/// The same before the routes, where the request has no settings yet.
pub fn client_address_by(settings: &Settings, request: &Request) -> Option<IpAddr> {
    let peer = request.remote_addr().as_socket_addr()?.ip();
    settings.trusted_proxies.client(peer, request.headers())
}
