use gloo_timers::callback::Timeout;

/// A scheduled call, cancelled on drop.
pub struct DelayedCall {
    timer: Timeout,
}

/// Schedules a call in some milliseconds.
pub fn call_after(after: u32, what: impl FnOnce() + 'static) -> DelayedCall {
    DelayedCall { timer: Timeout::new(after, what) }
}

impl DelayedCall {
    /// Detaches the call, so that dropping does not cancel it.
    pub fn forget(self) {
        self.timer.forget();
    }
}
