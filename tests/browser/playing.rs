//! Figures that count steps, made by the reader or played.

use super::keyboard::soon;
use super::moves::{EXACTLY, ask, now, settles};
use super::tab::{Key, Tab};
use figures::{Figure, Kind};
use std::thread::sleep;
use std::time::{Duration, Instant};

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
        let seconds = Duration::from_secs_f64;
        self.set(0.0)?;
        self.press("step")?;
        self.is("Step from 0", 1.0)?;
        self.set((self.last - 2.0).max(0.0))?;
        self.press("play")?;
        self.says("Pause")?;
        sleep(seconds(2.0 / self.per_second));
        self.is("Play to the end", self.last)?;
        self.says("Play")?;
        self.press("step")?;
        self.is("Step at the end", self.last)?;

        self.press("play")?;
        let end = Instant::now() + self.tab.patience + seconds(1.0 / self.per_second);
        while !(1.0..self.last).contains(&self.count()) {
            if Instant::now() > end {
                let id = self.moving.id;
                return Err(format!("{id}: Play does not begin again after the end"));
            }
        }
        // What is over in a moment cannot be interrupted in time.
        if self.last / self.per_second > 1.5 {
            self.press("play")?;
            self.says("Play")?;
            let count = self.count();
            sleep(seconds(2.0 / self.per_second));
            self.is("Pause", count)?;
        }
        Ok(())
    }

    fn count(&self) -> f64 {
        now(self.tab, self.moving).numbers()[self.place]
    }

    fn set(&self, count: f64) -> Result<(), String> {
        let (id, place) = (self.moving.id, self.place);
        ask::<bool>(self.tab, &format!("take(parts({id:?}).inputs[{place}])"));
        ask::<bool>(self.tab, &format!("set({id:?}, {place}, {count})"));
        self.is("setting it", count)
    }

    fn button(&self, what: &str) -> String {
        let id = self.moving.id;
        format!("parts({id:?}).form.querySelector('[data-do={what}]')")
    }

    fn press(&self, what: &str) -> Result<(), String> {
        let call = format!("take({})", self.button(what));
        if !ask::<bool>(self.tab, &call) {
            let id = self.moving.id;
            return Err(format!("{id}: the button {what} does not take the focus"));
        }
        self.tab.press(Key::Enter);
        Ok(())
    }

    fn says(&self, wanted: &str) -> Result<(), String> {
        let call = format!("{}.textContent", self.button("play"));
        let end = Instant::now() + self.tab.patience;
        loop {
            let said: String = ask(self.tab, &call);
            if said == wanted {
                return Ok(());
            }
            if Instant::now() > end {
                let id = self.moving.id;
                return Err(format!("{id}: the button says {said:?}, not {wanted:?}"));
            }
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
