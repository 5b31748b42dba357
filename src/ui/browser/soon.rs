use gloo_timers::callback::Timeout;

/// A scheduled call, cancelled on drop.
pub struct Soon {
    timer: Timeout,
}

/// Schedules a call in some milliseconds.
pub fn soon(after: u32, what: impl FnOnce() + 'static) -> Soon {
    Soon { timer: Timeout::new(after, what) }
}

impl Soon {
    /// Detaches the call, so that dropping does not cancel it.
    pub fn forget(self) {
        self.timer.forget();
    }
}
