//! The server: hyper by itself, since there are three kinds of requests and no more; axum would add a router, extractors
//! and tower below them.

use std::convert::Infallible;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::channel::Channel;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use percent_encoding::percent_decode_str;

use super::addresses::{OWN, is_own_host};
use super::laid_over::{blank_page, language_of, with_script};
use super::store::LiveSite;

/// The time after which a page that says nothing is asked whether it is still there.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The time in which a request must have come whole.
const SLOWEST_REQUEST: Duration = Duration::from_secs(10);

type Answer = Response<BoxBody<Bytes, Infallible>>;

/// Answers requests to `listener` as long as the process lives.
pub(super) async fn answer_for_ever(listener: TcpListener, port: u16, site: Arc<LiveSite>) {
    let listener = listener.set_nonblocking(true).and_then(|()| tokio::net::TcpListener::from_std(listener));
    let Ok(listener) = listener else { return };
    loop {
        // A connection that cannot be taken is gone; the next may be.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let site = Arc::clone(&site);
        let service = service_fn(move |request| {
            let site = Arc::clone(&site);
            async move { Ok::<_, Infallible>(answer(&request, port, &site)) }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(SLOWEST_REQUEST)
            .serve_connection(TokioIo::new(stream), service);
        // What a browser breaks off is no fault.
        tokio::spawn(async move {
            let _ = connection.await;
        });
    }
}

fn answer(request: &Request<Incoming>, port: u16, site: &Arc<LiveSite>) -> Answer {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    if !is_own_host(host, port) {
        return plain_answer(StatusCode::FORBIDDEN, "another host");
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return plain_answer(StatusCode::METHOD_NOT_ALLOWED, "GET only");
    }
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    let path = path.trim_start_matches('/');
    match path.strip_prefix(OWN).and_then(|rest| rest.strip_prefix('/')) {
        Some("live.js") => file("live.js", Bytes::from_static(include_bytes!("../../templates/serve/live.js"))),
        Some("live.css") => file("live.css", Bytes::from_static(include_bytes!("../../templates/serve/live.css"))),
        Some("events") => events(request.uri().query().unwrap_or(""), site),
        Some(_) => plain_answer(StatusCode::NOT_FOUND, "nothing here"),
        None => page_answer(path, site),
    }
}

/// The file at `path`. Files are looked up in what was made, never on the disk, so that no path leads out.
fn page_answer(path: &str, site: &LiveSite) -> Answer {
    if site.is_empty() {
        return html_answer(StatusCode::OK, &blank_page(), path, site);
    }
    let index = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    if let Some(found) = site.file(&index) {
        return match std::str::from_utf8(&found.bytes) {
            Ok(text) if media_type(&index) == HTML => html_answer(StatusCode::OK, text, &index, site),
            _ => file(&index, found.bytes),
        };
    }
    if site.file(&format!("{index}/index.html")).is_some() {
        let mut answer = plain_answer(StatusCode::MOVED_PERMANENTLY, "");
        let location: String = percent_encoding::utf8_percent_encode(&index, percent_encoding::CONTROLS).to_string();
        if let Ok(location) = HeaderValue::from_str(&format!("/{location}/")) {
            answer.headers_mut().insert(header::LOCATION, location);
        }
        return answer;
    }
    match site.file("404.html") {
        Some(found) => html_answer(StatusCode::NOT_FOUND, &String::from_utf8_lossy(&found.bytes), &index, site),
        None => plain_answer(StatusCode::NOT_FOUND, "no such page"),
    }
}

/// A page with the script that reloads it.
fn html_answer(status: StatusCode, text: &str, path: &str, site: &LiveSite) -> Answer {
    let body = with_script(text, path, &site.version(path));
    let mut answer = file("page.html", Bytes::from(body));
    *answer.status_mut() = status;
    answer
}

fn plain_answer(status: StatusCode, text: &'static str) -> Answer {
    let mut answer = file("answer.txt", Bytes::from_static(text.as_bytes()));
    *answer.status_mut() = status;
    answer
}

fn file(name: &str, bytes: Bytes) -> Answer {
    let mut answer = Response::new(Full::new(bytes).boxed());
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
    guard_headers(headers);
    answer
}

/// No other site may embed, read or guess anything of what is not published, and nothing is kept by the browser.
fn guard_headers(headers: &mut hyper::HeaderMap) {
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
}

/// The media type of a page.
const HTML: &str = "text/html; charset=utf-8";

/// The media type of a file, by the end of its name.
fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or("") {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// The stream of events to an open page (server-sent events, HTML Living Standard, 9.2): `findings` with what is laid over
/// it, `reload` where it is no longer what the browser shows.
fn events(query: &str, site: &Arc<LiveSite>) -> Answer {
    let value = |name: &str| {
        let pair = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        pair.map_or_else(String::new, |value| percent_decode_str(value).decode_utf8_lossy().into_owned())
    };
    let (path, shown) = (value("page"), value("version"));
    let (mut sender, body) = Channel::<Bytes, Infallible>::new(4);
    let site = Arc::clone(site);
    tokio::spawn(async move {
        let connection = site.open(&path);
        let mut ticks = site.ticks();
        let mut laid_over = None;
        loop {
            ticks.mark_unchanged();
            let mut said = String::new();
            let now = site.laid_over();
            if laid_over.as_ref() != Some(&now) {
                said.push_str(&format!("event: findings\ndata: {}\n\n", now.json(language_of(&path))));
                laid_over = Some(now);
            }
            if site.version(&path) != shown {
                said.push_str("event: reload\ndata:\n\n");
            }
            // A comment keeps the line and shows whether anybody is still there.
            if said.is_empty() {
                said.push_str(":\n\n");
            }
            if sender.send_data(Bytes::from(said)).await.is_err() {
                break;
            }
            let _ = tokio::time::timeout(HEARTBEAT, ticks.changed()).await;
        }
        site.close(connection);
    });
    let mut answer = Response::new(body.boxed());
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    guard_headers(answer.headers_mut());
    answer
}
