package claims

import "time"

// grain is the size of a calendar unit.
type grain uint8

const (
	dayGrain grain = iota
	weekGrain
	monthGrain
	quarterGrain
	yearGrain
	decadeGrain
	centuryGrain
)

// interval is the time [from, to) at some grain.
type interval struct {
	from, to time.Time
	grain    grain
}

func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// at is the unit of size g that holds t. Weeks begin on Monday, decades in
// years ending in 0, centuries in years ending in 00.
func at(t time.Time, g grain) interval {
	d := dayOf(t)
	y, m := d.Year(), d.Month()
	date := func(y int, m time.Month) time.Time { return time.Date(y, m, 1, 0, 0, 0, 0, t.Location()) }
	switch g {
	case dayGrain:
		return interval{d, d.AddDate(0, 0, 1), g}
	case weekGrain:
		d = d.AddDate(0, 0, -(int(d.Weekday())+6)%7)
		return interval{d, d.AddDate(0, 0, 7), g}
	case monthGrain:
		return interval{date(y, m), date(y, m+1), g}
	case quarterGrain:
		q := (m-1)/3*3 + 1
		return interval{date(y, q), date(y, q+3), g}
	case yearGrain:
		return interval{date(y, 1), date(y+1, 1), g}
	case decadeGrain:
		return interval{date(y/10*10, 1), date(y/10*10+10, 1), g}
	}
	return interval{date(y/100*100, 1), date(y/100*100+100, 1), centuryGrain}
}

// shift moves t by n units of size g.
func shift(t time.Time, n int, g grain) time.Time {
	switch g {
	case dayGrain:
		return t.AddDate(0, 0, n)
	case weekGrain:
		return t.AddDate(0, 0, 7*n)
	case monthGrain:
		return addMonths(t, n)
	case quarterGrain:
		return addMonths(t, 3*n)
	case yearGrain:
		return addMonths(t, 12*n)
	case decadeGrain:
		return addMonths(t, 120*n)
	}
	return addMonths(t, 1200*n)
}

// addMonths keeps to the end of a shorter month: a month after 31 January is
// the end of February.
func addMonths(t time.Time, n int) time.Time {
	u := t.AddDate(0, n, 0)
	if u.Day() < t.Day() {
		u = u.AddDate(0, 0, -u.Day())
	}
	return u
}

// third narrows v to its early (0), middle (1) or late (2) part.
func (v interval) third(k int) interval {
	if k > 2 {
		return v
	}
	cut := func(a, b time.Time) interval { return interval{a, b, v.grain} }
	switch v.grain {
	case yearGrain:
		n := 4 * (v.to.Year() - v.from.Year()) // of "the 2022/23 season", eight months
		return cut(addMonths(v.from, n*k), addMonths(v.from, n*k+n))
	case decadeGrain:
		y := [4]int{0, 3, 7, 10}
		return cut(v.from.AddDate(y[k], 0, 0), v.from.AddDate(y[k+1], 0, 0))
	case centuryGrain:
		y := [4]int{0, 33, 67, 100}
		return cut(v.from.AddDate(y[k], 0, 0), v.from.AddDate(y[k+1], 0, 0))
	case monthGrain:
		d := [3]int{0, 10, 20}
		end := v.to
		if k < 2 {
			end = v.from.AddDate(0, 0, d[k]+10)
		}
		return cut(v.from.AddDate(0, 0, d[k]), end)
	}
	return v
}
