//! The client's IP address, which failed sign-ins are counted by.

use std::net::IpAddr;

use poem::Request;

use crate::settings::Settings;

/// The client's address; `None` if a trusted proxy does not name it.
pub fn client_address(request: &Request) -> Option<IpAddr> {
    let peer = request.remote_addr().as_socket_addr()?.ip();
    let settings = request.data::<Settings>();
    settings.map_or(Some(peer), |settings| settings.trusted_proxies.client(peer, request.headers()))
}
