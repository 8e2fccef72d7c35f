//! How much work the program has, measured so that a busy machine makes no difference.

use std::time::Duration;

/// What `work` gives, and for how long a processor was busy with it: all of it is done on one thread, whose time does not
/// pass while others have the processor.
pub(crate) fn effort<T: Send>(work: impl FnOnce() -> T + Send) -> (T, Duration) {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
    alone.install(|| {
        let begun = busy();
        let made = work();
        (made, busy().saturating_sub(begun))
    })
}

/// Demands that `work` on `count` things takes less than three times as long as on half of them: in proportion it would
/// be twice, by squares four times. What takes no time at all is not judged.
pub(crate) fn check_growth(what: &str, count: usize, work: impl Fn(usize) + Sync) {
    let [half, whole] = [count / 2, count].map(|count| effort(|| work(count)).1);
    assert!(whole < half * 3 + Duration::from_millis(100), "{what}: {half:?} for {}, {whole:?} for {count}", count / 2);
}

/// How often growth is measured, and how often it must be too much to be believed: caches and other programs disturb.
const TRIES: usize = 3;
const BELIEVED: usize = 2;

/// By what factor the work may grow where the input doubles. It is held over two doublings together: a step from one
/// size to the next (a cache that is full, a table that is made) is no growth, and work that goes by squares takes sixteen
/// times as long.
const DOUBLING: f64 = 2.6;

/// Work that takes less is not judged: it is measured too roughly.
const SHORT: Duration = Duration::from_millis(40);

/// Whether work on `count` things grows in proportion when they are doubled twice: at most 2.6 times for each doubling,
/// unless it does so less than twice in three tries. `Err` tells what was measured. Inputs are made by `make` beside the clock.
pub(crate) fn doubling<T: Sync>(
    count: usize,
    make: impl Fn(usize) -> T,
    work: impl Fn(&T) + Sync,
) -> Result<Duration, String> {
    let inputs = [count, 2 * count, 4 * count].map(make);
    let mut seen = Vec::new();
    for _ in 0..TRIES {
        let taken: Vec<Duration> = inputs.iter().map(|input| effort(|| work(input)).1).collect();
        let most = taken[0].max(SHORT / 6).mul_f64(DOUBLING * DOUBLING);
        let grows = taken[2] > SHORT && taken[2] > most;
        if !grows {
            return Ok(taken[2]);
        }
        seen.push(format!("{taken:.2?}"));
        if seen.len() == BELIEVED {
            break;
        }
    }
    if seen.len() < BELIEVED {
        Ok(Duration::ZERO)
    } else {
        Err(format!("{count}, twice, four times: {}", seen.join("; ")))
    }
}

#[cfg(unix)]
fn busy() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a time since the thread began")
}

/// Where the time of a thread cannot be had, that of the wall.
#[cfg(not(unix))]
fn busy() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}
