//! A server of the files in a folder, for as long as it is held.

use axum::Router;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::ServeDir;

/// A running server.
pub struct Server {
    /// Its address, which ends with a slash.
    pub url: String,
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves the files in a folder on a free port of this machine, below a
    /// path that begins and ends with a slash. A file with a copy beside it that
    /// ends with `.gz` is sent as that copy.
    pub fn start(folder: &Path, below: &str) -> Server {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.set_nonblocking(true).map(|()| listener))
            .unwrap_or_else(|error| panic!("no port: {error}"));
        let address = listener.local_addr().expect("it is bound");
        let files = ServeDir::new(folder).precompressed_gzip();
        let router = match below.trim_end_matches('/') {
            "" => Router::new().fallback_service(files),
            below => Router::new().nest_service(below, files),
        };
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("no server: {error}"));
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, router).await
        });
        Server {
            url: format!("http://{address}{below}"),
            runtime: Some(runtime),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Whoever still waits for an answer is gone.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
