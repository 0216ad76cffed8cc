//! mdBook's warnings: it logs what it does not like and goes on, we stop.

use std::fmt::Write;
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

/// Runs `work` and returns what was logged meanwhile as a warning or an error.
///
/// # Errors
/// The error of `work`.
pub fn logged_by<E>(work: impl FnOnce() -> Result<(), E>) -> Result<Vec<String>, E> {
    let logged = Arc::new(Mutex::new(Vec::new()));
    let subscriber = tracing_subscriber::registry().with(Listener(logged.clone()));
    tracing::subscriber::with_default(subscriber, work)?;
    let logged = logged.lock().expect("no listener panics").clone();
    Ok(logged)
}

struct Listener(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() <= Level::WARN {
            let mut message = Message::default();
            event.record(&mut message);
            self.0.lock().expect("no listener panics").push(message.0);
        }
    }
}

#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        if field.name() == "message" {
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn warnings_are_collected_and_information_is_not() {
        let logged = super::logged_by(|| {
            tracing::info!("all is well");
            tracing::warn!("a tag is unclosed");
            Ok::<(), ()>(())
        });
        assert_eq!(logged, Ok(vec!["a tag is unclosed".to_owned()]));
    }
}
