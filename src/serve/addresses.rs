//! The address at which the site is served: the loopback one of this machine, and no other.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use crate::base::diagnostics::{Code, Diagnostic};

/// The folder of addresses that are the server's own. No page of a site has such an address: ids have no underscores.
pub(super) const OWN: &str = "__junsoku";

/// The number of ports that are tried from the one asked for.
const PORTS_TRIED: u16 = 50;

/// Returns a listener on `port`, or on the next port that is free, and that port.
///
/// # Errors
/// J0080 where none is free.
pub(super) fn listener(port: u16) -> Result<(TcpListener, u16), Box<Diagnostic>> {
    for port in port..=port.saturating_add(PORTS_TRIED) {
        // On the loopback address only: nobody else on the network sees what is not published yet.
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            // Port 0 asks the system for any that is free.
            Ok(listener) => {
                let port = listener.local_addr().map_or(port, |address| address.port());
                return Ok((listener, port));
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
            Err(error) => return Err(Box::new(cannot_begin(&error))),
        }
    }
    let last = port.saturating_add(PORTS_TRIED);
    Err(Box::new(Diagnostic::new(Code::J0080).arg("first", port.to_string()).arg("last", last.to_string())))
}

/// The finding for a server that cannot begin.
pub(super) fn cannot_begin(error: &io::Error) -> Diagnostic {
    Diagnostic::new(Code::J0081).arg("reason", error.to_string())
}

/// Returns the address of the site on `port`.
pub(super) fn site_address(port: u16) -> String {
    format!("http://127.0.0.1:{port}/")
}

/// Whether a request that names `host` is meant for the site on `port`. A page elsewhere can make its own name lead to this
/// machine (DNS rebinding) and would be let in as if it were ours; the name in the request tells it.
pub(super) fn is_own_host(host: &str, port: u16) -> bool {
    let (name, named) = host.rsplit_once(':').map_or((host, None), |(name, port)| (name, Some(port)));
    let is_name = name.eq_ignore_ascii_case("localhost") || name == "127.0.0.1";
    is_name && named.map_or(port == 80, |named| named == port.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_of_this_machine_are_answered() {
        for host in ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000"] {
            assert!(is_own_host(host, 8000), "{host}");
        }
        for host in [
            "",
            "example.jp",
            "example.jp:8000",
            "127.0.0.1",
            "127.0.0.1:80",
            "localhost:8000.example.jp",
            "[::1]:8000",
        ] {
            assert!(!is_own_host(host, 8000), "{host}");
        }
    }

    #[test]
    fn the_next_port_is_taken_where_one_is_in_use() {
        let (_held, first) = listener(0).expect("a port");
        let (_, second) = listener(first).expect("another port");
        assert!(second > first);
    }
}
