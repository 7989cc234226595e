// The names of elements that parsing or reading a page asks about, and the groups that the HTML standard puts them in.
// Any other element is Tag::unknown and keeps its name as text.
#pragma once

#include <cstdint>
#include <string_view>

namespace annal::html {

// clang-format off
#define ANNAL_TAGS(X) \
  X(a, "a") X(abbr, "abbr") X(address, "address") X(annotation_xml, "annotation-xml") X(applet, "applet") \
  X(area, "area") X(article, "article") X(aside, "aside") X(audio, "audio") X(b, "b") X(base, "base") \
  X(basefont, "basefont") X(bgsound, "bgsound") X(big, "big") X(blockquote, "blockquote") X(body, "body") \
  X(br, "br") X(button, "button") X(canvas, "canvas") X(caption, "caption") X(center, "center") X(code, "code") \
  X(col, "col") X(colgroup, "colgroup") X(dd, "dd") X(desc, "desc") X(details, "details") X(dialog, "dialog") \
  X(dir, "dir") X(div, "div") X(dl, "dl") X(dt, "dt") X(em, "em") X(embed, "embed") X(fieldset, "fieldset") \
  X(figcaption, "figcaption") X(figure, "figure") X(font, "font") X(footer, "footer") \
  X(foreign_object, "foreignobject") X(form, "form") X(frame, "frame") X(frameset, "frameset") \
  X(h1, "h1") X(h2, "h2") X(h3, "h3") X(h4, "h4") X(h5, "h5") X(h6, "h6") X(head, "head") X(header, "header") \
  X(hgroup, "hgroup") X(hr, "hr") X(html, "html") X(i, "i") X(iframe, "iframe") X(image, "image") X(img, "img") \
  X(input, "input") X(keygen, "keygen") X(li, "li") X(link, "link") X(listing, "listing") X(main, "main") \
  X(malignmark, "malignmark") X(map, "map") X(marquee, "marquee") X(math, "math") X(menu, "menu") X(meta, "meta") \
  X(mglyph, "mglyph") X(mi, "mi") X(mn, "mn") X(mo, "mo") X(ms, "ms") X(mtext, "mtext") X(nav, "nav") \
  X(nobr, "nobr") X(noembed, "noembed") X(noframes, "noframes") X(noscript, "noscript") X(object, "object") \
  X(ol, "ol") X(optgroup, "optgroup") X(option, "option") X(p, "p") X(param, "param") X(plaintext, "plaintext") \
  X(pre, "pre") X(rb, "rb") X(rp, "rp") X(rt, "rt") X(rtc, "rtc") X(ruby, "ruby") X(s, "s") X(script, "script") \
  X(search, "search") X(section, "section") X(select, "select") X(small, "small") X(source, "source") \
  X(span, "span") X(strike, "strike") X(strong, "strong") X(style, "style") X(sub, "sub") X(summary, "summary") \
  X(sup, "sup") X(svg, "svg") X(table, "table") X(tbody, "tbody") X(td, "td") X(template_, "template") \
  X(textarea, "textarea") X(tfoot, "tfoot") X(th, "th") X(thead, "thead") X(time, "time") X(title, "title") \
  X(tr, "tr") X(track, "track") X(tt, "tt") X(u, "u") X(ul, "ul") X(var, "var") X(video, "video") X(wbr, "wbr") \
  X(xmp, "xmp")
// clang-format on

enum class Tag : std::uint8_t {
#define ANNAL_TAG(name, text) name,
  ANNAL_TAGS(ANNAL_TAG)
#undef ANNAL_TAG
      unknown
};

enum class Namespace : std::uint8_t { html, mathml, svg };

/// The tag of an element's `name`, which is in small letters; Tag::unknown for any other.
Tag tag_of(std::string_view name);

/// Whether `tag` is one of `tags`.
template <class... Tags>
constexpr bool is_any(Tag tag, Tags... tags) {
  return ((tag == tags) || ...);
}

constexpr bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

/// Elements that are read by the rules of the head wherever they stand: base, basefont, bgsound, link, meta, noframes,
/// script, style, template, title.
constexpr bool is_head_content(Tag tag) {
  return is_any(tag, Tag::base, Tag::basefont, Tag::bgsound, Tag::link, Tag::meta, Tag::noframes, Tag::script,
                Tag::style, Tag::template_, Tag::title);
}

/// The "special" category of the standard, of elements of HTML.
bool is_special_html(Tag tag);

/// Elements whose end tags the standard implies: dd, dt, li, optgroup, option, p, rb, rp, rt, rtc.
constexpr bool is_implied_end(Tag tag) {
  return is_any(tag, Tag::dd, Tag::dt, Tag::li, Tag::optgroup, Tag::option, Tag::p, Tag::rb, Tag::rp, Tag::rt,
                Tag::rtc);
}

/// Those and the parts of a table: what the end of a template closes.
constexpr bool is_thoroughly_implied_end(Tag tag) {
  return is_implied_end(tag) ||
         is_any(tag, Tag::caption, Tag::colgroup, Tag::tbody, Tag::td, Tag::tfoot, Tag::th, Tag::thead, Tag::tr);
}

}  // namespace annal::html
