use gloo_timers::callback::Timeout;

/// Something that will be done in a moment, unless this is dropped.
pub struct Soon {
    _timer: Timeout,
}

/// Does something after so many milliseconds.
pub fn soon(after: u32, what: impl FnOnce() + 'static) -> Soon {
    Soon { _timer: Timeout::new(after, what) }
}
