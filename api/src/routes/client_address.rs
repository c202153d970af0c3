//! The client's IP address, for the throttle of failed sign-ins.

use poem::Request;

pub fn client_address(request: &Request) -> Option<String> {
    request.remote_addr().as_socket_addr().map(|address| address.ip().to_string())
}
