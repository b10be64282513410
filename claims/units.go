package claims

// unit is a unit of measure: its normal name and what to multiply by.
type unit struct {
	name   string
	factor float64
}

// units are the words that measure. Decades and centuries are given in years,
// so that "a quarter century" and "25 years" are the same amount.
var units = func() map[string]unit {
	m := map[string]unit{}
	add := func(name string, factor float64, words ...string) {
		for _, w := range words {
			m[w] = unit{name, factor}
		}
	}
	add("year", 1, "year", "years", "yr", "yrs")
	add("year", 10, "decade", "decades")
	add("year", 100, "century", "centuries")
	add("month", 1, "month", "months")
	add("week", 1, "week", "weeks")
	add("week", 2, "fortnight", "fortnights")
	add("day", 1, "day", "days")
	add("hour", 1, "hour", "hours", "hr", "hrs")
	add("minute", 1, "minute", "minutes", "min", "mins")
	add("second", 1, "seconds", "secs")
	add("mile", 1, "mile", "miles")
	add("kilometer", 1, "kilometer", "kilometers", "kilometre", "kilometres", "km", "kms")
	add("meter", 1, "meter", "meters", "metre", "metres")
	add("centimeter", 1, "centimeter", "centimeters", "centimetre", "centimetres", "cm")
	add("millimeter", 1, "millimeter", "millimeters", "millimetre", "millimetres", "mm")
	add("foot", 1, "foot", "feet", "ft")
	add("inch", 1, "inch", "inches")
	add("yard", 1, "yard", "yards")
	add("acre", 1, "acre", "acres")
	add("hectare", 1, "hectare", "hectares", "ha")
	add("ton", 1, "ton", "tons")
	add("tonne", 1, "tonne", "tonnes")
	add("pound", 1, "lb", "lbs")
	add("kilogram", 1, "kilogram", "kilograms", "kg", "kilo", "kilos")
	add("gram", 1, "gram", "grams", "grammes")
	add("milligram", 1, "milligram", "milligrams", "mg")
	add("ounce", 1, "ounce", "ounces", "oz")
	add("liter", 1, "liter", "liters", "litre", "litres")
	add("gallon", 1, "gallon", "gallons")
	add("barrel", 1, "barrel", "barrels")
	add("watt", 1, "watt", "watts")
	add("kilowatt", 1, "kilowatt", "kilowatts", "kw")
	add("megawatt", 1, "megawatt", "megawatts", "mw")
	add("gigawatt", 1, "gigawatt", "gigawatts", "gw")
	add("terawatt", 1, "terawatt", "terawatts", "tw")
	add("gigabyte", 1, "gigabyte", "gigabytes", "gb")
	add("terabyte", 1, "terabyte", "terabytes", "tb")
	add("milliliter", 1, "milliliter", "milliliters", "millilitre", "millilitres", "ml")
	add("pint", 1, "pint", "pints")
	add("bushel", 1, "bushel", "bushels")
	add("knot", 1, "knots")
	add("mile per hour", 1, "mph")
	add("kilometer per hour", 1, "kph", "kmh")
	add("degree", 1, "degree", "degrees")
	add("times", 1, "times")
	return m
}()

// squared are the units that can follow "square" and "cubic".
var squared = set("mile miles kilometer kilometers kilometre kilometres meter meters metre metres foot feet yard yards inch inches km")

// currencies by word. "pounds" and "cents" are read apart, since they are
// weights and fractions too.
var currencies = map[string]string{"dollar": "USD", "dollars": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR", "yen": "JPY", "yuan": "CNY",
	"renminbi": "CNY", "rupee": "INR", "rupees": "INR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "rand": "ZAR", "won": "KRW",
	"peso": "MXN", "pesos": "MXN", "real": "BRL", "reais": "BRL", "franc": "CHF", "francs": "CHF", "naira": "NGN", "shekel": "ILS", "shekels": "ILS",
	"gbp": "GBP", "aud": "AUD", "cad": "CAD", "lira": "TRY", "zloty": "PLN", "zlotys": "PLN", "baht": "THB", "dirhams": "AED", "dirham": "AED",
	"sterling": "GBP", "rmb": "CNY", "kronor": "SEK", "krona": "SEK", "kroner": "NOK", "krone": "NOK"}

// symbols of currencies, and the letters before a dollar sign.
var symbols = map[string]string{"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₦": "NGN", "₺": "TRY"}

var dollars = map[string]string{"us": "USD", "u.s": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD",
	"r": "BRL", "nt": "TWD", "bds": "BBD", "jm": "JMD", "ec": "XCD", "tt": "TTD"}

// demonyms before "dollars", "pesos" and so on.
var demonyms = map[string]map[string]string{
	"dollars": {"australian": "AUD", "canadian": "CAD", "zealand": "NZD", "singapore": "SGD", "kong": "HKD", "us": "USD", "u.s": "USD", "american": "USD", "taiwan": "TWD"},
	"pesos":   {"mexican": "MXN", "philippine": "PHP", "argentine": "ARS", "colombian": "COP", "chilean": "CLP"},
	"rupees":  {"indian": "INR", "pakistani": "PKR", "lankan": "LKR", "nepalese": "NPR"},
	"francs":  {"swiss": "CHF", "cfa": "XOF"},
	"pounds":  {"egyptian": "EGP", "british": "GBP", "sterling": "GBP"},
	"won":     {"korean": "KRW"},
	"kroner":  {"danish": "DKK", "norwegian": "NOK"},
}
