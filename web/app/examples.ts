// Short made-up articles, one in each language.
import de from '../../data/samples/muehlenbach-wehr.txt';
import en from '../../data/samples/ferry-news.txt';
import es from '../../data/samples/campana-valdemora.txt';
import fr from '../../data/samples/phare-kervelan.txt';
import ru from '../../data/samples/mayak-kamenny.txt';
import uk from '../../data/samples/kran-verbivka.txt';

export interface Example { tag: string; name: string; text: string }

/** Each with the name that its language has for itself. */
export const examples: Example[] = [
  { tag: 'en', name: 'English', text: en },
  { tag: 'de', name: 'Deutsch', text: de },
  { tag: 'es', name: 'Español', text: es },
  { tag: 'fr', name: 'Français', text: fr },
  { tag: 'uk', name: 'Українська', text: uk },
  { tag: 'ru', name: 'Русский', text: ru },
];
