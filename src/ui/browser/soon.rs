use gloo_timers::callback::Timeout;

/// Something that will be done in a moment, unless this is dropped.
pub struct Soon {
    timer: Timeout,
}

/// Does something after so many milliseconds.
pub fn soon(after: u32, what: impl FnOnce() + 'static) -> Soon {
    Soon { timer: Timeout::new(after, what) }
}

impl Soon {
    /// Does it in any case.
    pub fn forget(self) {
        self.timer.forget();
    }
}
