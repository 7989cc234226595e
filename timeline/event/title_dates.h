// The times that a title cannot do without. Most are left out, since the date of its event says them.
#pragma once

#include "timeline/event/title_selection.h"

namespace annal {

/// "the society, founded [in 1897]": with nothing else behind it a participle keeps what dates it.
void date_bare_participle(const TitleSentence& sentence, TitleSelection& selection);

/// "called on Varnia to end all tests [by 28 April]": an infinitive keeps its date where the title tells what came
/// before it too, which the date of its event would be taken for. A time that counts from the day of writing says
/// nothing there.
void date_governed(const TitleSentence& sentence, TitleSelection& selection);

}  // namespace annal
