package extract

import "golang.org/x/net/html"

func readMetadata(d *Document, root *html.Node, url string) {}
