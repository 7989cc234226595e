// PDFs written by hand, for the tests of what reads them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annal::test {

/// A PDF with one line of Helvetica on each page; a page of an empty line shows nothing. `trailer` is added to the
/// entries of the trailer.
inline std::string pdf_of(const std::vector<std::string>& lines, std::string_view trailer = "") {
  std::string pdf = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  const auto object = [&](const std::string& body) {
    places.push_back(pdf.size());
    pdf += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  std::string kids;
  for (std::size_t i = 0; i < lines.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object("<< /Type /Pages /Count " + std::to_string(lines.size()) + " /Kids [ " + kids + "] >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string text = lines[i].empty() ? "" : "BT /F1 12 Tf 72 700 Td (" + lines[i] + ") Tj ET";
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents " +
           std::to_string(5 + 2 * i) + " 0 R >>");
    object("<< /Length " + std::to_string(text.size()) + " >>\nstream\n" + text + "\nendstream");
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string digits = std::to_string(place);
    pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  pdf += "trailer\n<< /Size " + std::to_string(places.size() + 1) + " /Root 1 0 R " + std::string(trailer) +
         " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return pdf;
}

}  // namespace annal::test
