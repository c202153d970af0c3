//! The client's IP address, for the throttle of failed sign-ins.

use std::net::IpAddr;

use poem::Request;

pub fn client_address(request: &Request) -> Option<IpAddr> {
    request.remote_addr().as_socket_addr().map(|address| address.ip())
}
