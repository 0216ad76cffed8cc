//! Figures that count steps, made by the reader or played.

use super::keyboard::soon;
use super::moves::{EXACTLY, ask, now, settles};
use book_tests::chromium::tab::{Key, Tab};
use figures::{Figure, Kind};
use std::time::Duration;

/// Steps are made one at a time, or played to the end.
pub fn steps(tab: &Tab, moving: &Figure) -> Vec<String> {
    let mut problems = Vec::new();
    let mut place = 0;
    for control in &moving.controls {
        if let Kind::Steps {
            last, per_second, ..
        } = control.kind
        {
            let played = Played {
                tab,
                moving,
                place,
                last: last as f64,
                per_second,
            };
            problems.extend(played.problems().err());
        }
        place += control.dials().len();
    }
    problems
}

struct Played<'a> {
    tab: &'a Tab,
    moving: &'a Figure,
    place: usize,
    last: f64,
    per_second: f64,
}

impl Played<'_> {
    fn problems(&self) -> Result<(), String> {
        let id = self.moving.id;
        self.set(0.0)?;
        self.press("step")?;
        self.is("Step from 0", 1.0)?;
        self.set((self.last - 2.0).max(0.0))?;
        self.press("play")?;
        self.is("Play to the end", self.last)?;
        self.said(&["Pause", "Play"])?;
        self.press("step")?;
        self.is("Step at the end", self.last)?;

        self.press("play")?;
        let again = format!(
            "watched({id:?}).counts.some(count => count < {})",
            self.last
        );
        if !self
            .tab
            .wait(|| ask(self.tab, &again), |again: &bool| *again)
        {
            return Err(format!("{id}: Play does not begin again after the end"));
        }
        // What is over in a moment cannot be interrupted in time.
        if self.last / self.per_second > 1.5 {
            let paused: Option<f64> = ask(self.tab, &format!("pause({id:?}, {})", self.last));
            let count = paused.ok_or_else(|| format!("{id}: it cannot be paused"))?;
            self.tab
                .pass(Duration::from_secs_f64(2.0 / self.per_second));
            self.is("Pause", count)?;
        }
        Ok(())
    }

    fn set(&self, count: f64) -> Result<(), String> {
        let (id, place) = (self.moving.id, self.place);
        ask::<bool>(self.tab, &format!("take(parts({id:?}).inputs[{place}])"));
        ask::<bool>(self.tab, &format!("set({id:?}, {place}, {count})"));
        self.is("setting it", count)
    }

    /// Presses a button, and watches from then on.
    fn press(&self, what: &str) -> Result<(), String> {
        let id = self.moving.id;
        ask::<bool>(self.tab, &format!("watch({id:?})"));
        let button = format!("parts({id:?}).form.querySelector('[data-do={what}]')");
        if !ask::<bool>(self.tab, &format!("take({button})")) {
            return Err(format!("{id}: the button {what} does not take the focus"));
        }
        self.tab.press(Key::Enter);
        Ok(())
    }

    /// What the button Play has said since a button was pressed.
    fn said(&self, wanted: &[&str]) -> Result<(), String> {
        let id = self.moving.id;
        let look = || ask::<Vec<String>>(self.tab, &format!("watched({id:?}).said"));
        let said = self.tab.wait(look, |said| said == wanted);
        match said == wanted {
            true => Ok(()),
            false => Err(format!(
                "{id}: the button says {said:?} in turn, not {wanted:?}"
            )),
        }
    }

    fn is(&self, what: &str, count: f64) -> Result<(), String> {
        let mut numbers = now(self.tab, self.moving).numbers();
        numbers[self.place] = count;
        let problems = settles(self.tab, self.moving, what, &numbers, EXACTLY);
        problems.into_iter().next().map_or(Ok(()), Err)
    }
}

/// To a reader who wants less motion nothing is played, but steps can be made.
pub fn less_motion(tab: &Tab, moving: &Figure) -> Vec<String> {
    let id = moving.id;
    let has_steps = |kind: &Kind| matches!(kind, Kind::Steps { .. });
    if !moving
        .controls
        .iter()
        .any(|control| has_steps(&control.kind))
    {
        return Vec::new();
    }
    ask::<bool>(tab, &format!("take(parts({id:?}).inputs[0])"));
    let button = |what: &str| {
        format!("shown(document.querySelector('#{id} form.controls [data-do={what}]'))")
    };
    let mut problems = Vec::new();
    if !soon(tab, "Boolean(window.drawFigure)") {
        problems.push(format!("{id}: its script does not come"));
    }
    if !soon(tab, &format!("!{}", button("play"))) {
        problems.push(format!(
            "{id}: Play is shown to a reader who wants less motion"
        ));
    }
    if !soon(tab, &button("step")) {
        problems.push(format!("{id}: Step is not shown"));
    }
    problems
}
