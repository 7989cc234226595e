// The look of the picture, in one constant so that a page can name its hash. Light by default; dark where the reader
// asks for it; the system's own colours where the reader forces them; light again on paper. Text keeps at least 4.5:1
// and marks 3:1 against their ground in all of them.
#include "render/svg/write/style.h"

namespace annal {
namespace {

// Classes: m muted, a alert and b bold text; f0..f7 fill, o0..o7 outline and s0..s7 gradient of a lane's colour; h
// hollow (less certain and doubtful), d dashed outline (doubtful), r ring of "about"; v open side; g0, g1 grid; le
// leader; wr the day of writing; te, tf the torn axis; cu, cb curves and hu, hb their heads (stated, bounding).
constexpr std::string_view style = R"(
.annal-t{font-family:"Helvetica Neue",Arial,"Liberation Sans",sans-serif;font-size:12px}
.annal-t text{fill:#111827;unicode-bidi:isolate;font-variant-numeric:tabular-nums}
.annal-t .m{fill:#4b5563}.annal-t .a{fill:#b42318}.annal-t .b{font-weight:bold}
.annal-t .z13{font-size:13px}.annal-t .z20{font-size:20px}
.annal-t .ce{text-anchor:middle}.annal-t .en{text-anchor:end}
.annal-t .bg{fill:#fff}.annal-t .gr{fill:#f6f8fb}.annal-t .ha{stroke:#d5dce6;stroke-width:1}
.annal-t .g0{stroke:#e4e9f0}.annal-t .g1{stroke:#c2ccd9}.annal-t .le{stroke:#b9c3d0;stroke-dasharray:1 3}.annal-t .ll{stroke:#94a3b8}
.annal-t .wr{stroke:#b42318;stroke-width:1.5;stroke-dasharray:5 3}
.annal-t .tf{fill:#fff;stroke:none}.annal-t .te{stroke:#64748b}
.annal-t .g0,.annal-t .g1,.annal-t .le,.annal-t .ll,.annal-t .wr,.annal-t .te,.annal-t .cu,.annal-t .cb{fill:none}
.annal-t .cu{stroke:#475569;stroke-width:1.2}.annal-t .cb{stroke:#475569;stroke-width:1.2;stroke-dasharray:1.5 3;stroke-linecap:round}
.annal-t .hu,.annal-t .hb{fill:#475569}
.annal-t .co{fill:#64748b}
.annal-t .f0{fill:#0b63a5}.annal-t .f1{fill:#7c3aed}.annal-t .f2{fill:#b45309}.annal-t .f3{fill:#047857}
.annal-t .f4{fill:#4b5563}.annal-t .f5{fill:#be185d}.annal-t .f6{fill:#0e7490}.annal-t .f7{fill:#854d0e}
.annal-t .o0{stroke:#0b63a5}.annal-t .o1{stroke:#7c3aed}.annal-t .o2{stroke:#b45309}.annal-t .o3{stroke:#047857}
.annal-t .o4{stroke:#4b5563}.annal-t .o5{stroke:#be185d}.annal-t .o6{stroke:#0e7490}.annal-t .o7{stroke:#854d0e}
.annal-t .s0{stop-color:#0b63a5}.annal-t .s1{stop-color:#7c3aed}.annal-t .s2{stop-color:#b45309}.annal-t .s3{stop-color:#047857}
.annal-t .s4{stop-color:#4b5563}.annal-t .s5{stop-color:#be185d}.annal-t .s6{stop-color:#0e7490}.annal-t .s7{stop-color:#854d0e}
.annal-t .h{fill:#fff;stroke-width:2}.annal-t .d{stroke-dasharray:2.4 1.8}.annal-t .r{fill:none;stroke-width:1.2;stroke-dasharray:2 2}
.annal-t .v{fill:none;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.annal-t [role=listitem]:focus{outline:2px solid #0b63a5;outline-offset:2px}
@media screen and (prefers-color-scheme:dark){
.annal-t text{fill:#e8ecf3}.annal-t .m{fill:#a9b4c6}.annal-t .a{fill:#ff9384}
.annal-t .bg,.annal-t .tf{fill:#0f1420}.annal-t .gr{fill:#161d2c}.annal-t .ha{stroke:#2b3549}
.annal-t .g0{stroke:#222b3c}.annal-t .g1{stroke:#3b475d}.annal-t .le{stroke:#4a576e}.annal-t .ll{stroke:#64748b}
.annal-t .wr{stroke:#ff9384}.annal-t .te{stroke:#8190a8}
.annal-t .cu,.annal-t .cb{stroke:#b7c2d3}
.annal-t .hu,.annal-t .hb{fill:#b7c2d3}.annal-t .co{fill:#8190a8}
.annal-t .f0{fill:#5aaaf2}.annal-t .f1{fill:#b795ff}.annal-t .f2{fill:#f2a65a}.annal-t .f3{fill:#3ecf98}
.annal-t .f4{fill:#aab5c6}.annal-t .f5{fill:#f783b8}.annal-t .f6{fill:#4cc9e0}.annal-t .f7{fill:#d9b061}
.annal-t .o0{stroke:#5aaaf2}.annal-t .o1{stroke:#b795ff}.annal-t .o2{stroke:#f2a65a}.annal-t .o3{stroke:#3ecf98}
.annal-t .o4{stroke:#aab5c6}.annal-t .o5{stroke:#f783b8}.annal-t .o6{stroke:#4cc9e0}.annal-t .o7{stroke:#d9b061}
.annal-t .s0{stop-color:#5aaaf2}.annal-t .s1{stop-color:#b795ff}.annal-t .s2{stop-color:#f2a65a}.annal-t .s3{stop-color:#3ecf98}
.annal-t .s4{stop-color:#aab5c6}.annal-t .s5{stop-color:#f783b8}.annal-t .s6{stop-color:#4cc9e0}.annal-t .s7{stop-color:#d9b061}
.annal-t .h{fill:#0f1420}.annal-t [role=listitem]:focus{outline-color:#5aaaf2}
}
@media (forced-colors:active){
.annal-t .bg,.annal-t .gr,.annal-t .tf,.annal-t .h{fill:Canvas}
.annal-t text,.annal-t .m,.annal-t .a,.annal-t .co,.annal-t .hu,.annal-t .hb{fill:CanvasText}
.annal-t .f0,.annal-t .f1,.annal-t .f2,.annal-t .f3,.annal-t .f4,.annal-t .f5,.annal-t .f6,.annal-t .f7{fill:CanvasText}
.annal-t .o0,.annal-t .o1,.annal-t .o2,.annal-t .o3,.annal-t .o4,.annal-t .o5,.annal-t .o6,.annal-t .o7{stroke:CanvasText}
.annal-t .s0,.annal-t .s1,.annal-t .s2,.annal-t .s3,.annal-t .s4,.annal-t .s5,.annal-t .s6,.annal-t .s7{stop-color:CanvasText}
.annal-t .g0,.annal-t .g1,.annal-t .le,.annal-t .ll,.annal-t .ha{stroke:CanvasText;stroke-opacity:.3}
.annal-t .wr,.annal-t .te,.annal-t .cu,.annal-t .cb{stroke:CanvasText}
}
@media print{.annal-t .bg,.annal-t .gr{fill:none}}
)";

}  // namespace

std::string_view svg_style() { return style; }

}  // namespace annal
