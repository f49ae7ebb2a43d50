"""Read-only: the nightly job. One day after the other; what is raised goes to the person on duty."""
from watch import Watch


def serve(reference, calendar):
    watch = Watch(reference, calendar)
    while (day := host.call("next_day")) is not None:
        for alarm in watch.see(day):
            host.call("alarm", alarm)
