<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Acts</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Sentence</source>
        <translation>Phra&amp;se</translation>
    </message>
    <message>
        <source>Su&amp;mmary</source>
        <translation>&amp;Résumé</translation>
    </message>
    <message>
        <source>&amp;Translation</source>
        <translation>&amp;Traduction</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Next and previous sentence</source>
        <translation>Phrase suivante et précédente</translation>
    </message>
    <message>
        <source>First and last sentence</source>
        <translation>Première et dernière phrase</translation>
    </message>
    <message>
        <source>Home End</source>
        <translation>Début Fin</translation>
    </message>
    <message>
        <source>A page down, a page up</source>
        <translation>Une page plus bas, plus haut</translation>
    </message>
    <message>
        <source>PgDn PgUp</source>
        <translation>Pg suiv. Pg préc.</translation>
    </message>
    <message>
        <source>In the search: next, previous, close</source>
        <translation>Dans la recherche : suivant, précédent, fermer</translation>
    </message>
    <message>
        <source>Enter Shift+Enter Esc</source>
        <translation>Entrée Maj+Entrée Échap</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>Dans l’article</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Op&amp;en again</source>
        <translation>Rou&amp;vrir</translation>
    </message>
    <message>
        <source>&amp;Paste article</source>
        <translation>&amp;Coller un article</translation>
    </message>
    <message>
        <source>&amp;Save translation…</source>
        <translation>&amp;Enregistrer la traduction…</translation>
    </message>
    <message>
        <source>Save &amp;both languages…</source>
        <translation>Enregistrer les &amp;deux langues…</translation>
    </message>
    <message>
        <source>Save su&amp;mmary…</source>
        <translation>Enregistrer le &amp;résumé…</translation>
    </message>
    <message>
        <source>Say &amp;where it is from</source>
        <translation>&amp;Indiquer la provenance</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>I&amp;mprimer…</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>S&amp;tatistiques…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>Réta&amp;blir</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy as &amp;quotation</source>
        <translation>Copier comme citati&amp;on</translation>
    </message>
    <message>
        <source>Copy &amp;translation</source>
        <translation>Copier la &amp;traduction</translation>
    </message>
    <message>
        <source>Copy &amp;summary</source>
        <translation>Copier le &amp;résumé</translation>
    </message>
    <message>
        <source>Copy summary in &amp;French</source>
        <translation>Copier le résumé en &amp;français</translation>
    </message>
    <message>
        <source>Copy summary in &amp;both languages</source>
        <translation>Copier le résumé dans les &amp;deux langues</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>Rec&amp;hercher…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Occurrence sui&amp;vante</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>Occurrence &amp;précédente</translation>
    </message>
    <message>
        <source>French and &amp;English</source>
        <translation>Français et &amp;anglais</translation>
    </message>
    <message>
        <source>&amp;French only</source>
        <translation>&amp;Français seul</translation>
    </message>
    <message>
        <source>English &amp;only</source>
        <translation>Anglais &amp;seul</translation>
    </message>
    <message>
        <source>&amp;Close together</source>
        <translation>&amp;Serrées</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normales</translation>
    </message>
    <message>
        <source>&amp;Far apart</source>
        <translation>&amp;Espacées</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Texte plus &amp;grand</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texte plus &amp;petit</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Texte &amp;normal</translation>
    </message>
    <message>
        <source>F&amp;ont…</source>
        <translation>P&amp;olice…</translation>
    </message>
    <message>
        <source>L&amp;ines</source>
        <translation>L&amp;ignes</translation>
    </message>
    <message>
        <source>L&amp;anguages</source>
        <translation>L&amp;angues</translation>
    </message>
    <message>
        <source>&amp;Whole web page</source>
        <translation>Page &amp;web entière</translation>
    </message>
    <message>
        <source>Flags and &amp;quotations</source>
        <translation>&amp;Signalements et citations</translation>
    </message>
    <message>
        <source>Summary &amp;beside or below</source>
        <translation>Résumé à &amp;côté ou dessous</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Pl&amp;ein écran</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Corriger</translation>
    </message>
    <message>
        <source>&amp;Other translations</source>
        <translation>&amp;Autres traductions</translation>
    </message>
    <message>
        <source>Ne&amp;xt flag</source>
        <translation>Signalement &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous flag</source>
        <translation>Signalement &amp;précédent</translation>
    </message>
    <message>
        <source>Put &amp;right</source>
        <translation>&amp;Rectifier</translation>
    </message>
    <message>
        <source>&amp;Verify, and go to the next</source>
        <translation>&amp;Vérifier, et passer à la suivante</translation>
    </message>
    <message>
        <source>&amp;Not verified any more</source>
        <translation>Plus véri&amp;fiée</translation>
    </message>
    <message>
        <source>&amp;Pin, or no longer</source>
        <translation>É&amp;pingler, ou ne plus</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Laisser de côté</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>&amp;Automatique</translation>
    </message>
    <message>
        <source>As &amp;bullets</source>
        <translation>En liste à pu&amp;ces</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>Translate &amp;again</source>
        <translation>&amp;Retraduire</translation>
    </message>
    <message>
        <source>&amp;Glossary…</source>
        <translation>&amp;Glossaire…</translation>
    </message>
    <message>
        <source>&amp;Remember translations</source>
        <translation>Mém&amp;oriser les traductions</translation>
    </message>
    <message>
        <source>C&amp;lear the memory…</source>
        <translation>&amp;Vider la mémoire…</translation>
    </message>
    <message>
        <source>Language &amp;packages…</source>
        <translation>&amp;Modules de langue…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis</translation>
    </message>
    <message>
        <source>&amp;About Vis-à-vis</source>
        <translation>À &amp;propos de Vis-à-vis</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>by the machine</source>
        <translation>par la machine</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>corrigées</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vérifiées</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Reading the French</source>
        <translation>Lecture du français</translation>
    </message>
    <message>
        <source>Reading the English</source>
        <translation>Lecture de l’anglais</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>in {0} paragraphs</source>
        <translation>dans {0} paragraphes</translation>
    </message>
    <message>
        <source>not yet translated</source>
        <translation>pas encore traduites</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Signalements</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Vis-à-vis</source>
        <translation>Vis-à-vis</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>Une erreur s’est produite dans le programme.</translation>
    </message>
    <message>
        <source>Your work is saved.</source>
        <translation>Votre travail est enregistré.</translation>
    </message>
    <message>
        <source>Your work could not be saved: save it by hand.</source>
        <translation>Votre travail n’a pas pu être enregistré : enregistrez-le vous-même.</translation>
    </message>
    <message>
        <source>This report says where it went wrong, and holds no text of yours. Please send it to us.</source>
        <translation>Ce rapport dit où l’erreur s’est produite et ne contient rien de vos textes. Merci de nous l’envoyer.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Copier le rapport</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>C&amp;ontinuer</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Open a French article</source>
        <translation>Ouvrir un article français</translation>
    </message>
    <message>
        <source>{0} is there already. Replace it?</source>
        <translation>{0} existe déjà. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Language packages</source>
        <translation>Modules de langue</translation>
    </message>
    <message>
        <source>Install a language package</source>
        <translation>Installer un module de langue</translation>
    </message>
    <message>
        <source>Glossaries</source>
        <translation>Glossaires</translation>
    </message>
    <message>
        <source>Import a glossary</source>
        <translation>Importer un glossaire</translation>
    </message>
    <message>
        <source>Font of the article</source>
        <translation>Police de l’article</translation>
    </message>
    <message>
        <source>Reads French articles in English, side by side, on your own machine. Nothing leaves it.</source>
        <translation>Lit les articles français en anglais, côte à côte, sur votre propre machine. Rien n’en sort.</translation>
    </message>
    <message>
        <source>About Vis-à-vis</source>
        <translation>À propos de Vis-à-vis</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Looking for other translations…</source>
        <translation>Recherche d’autres traductions…</translation>
    </message>
    <message>
        <source>There is no other translation</source>
        <translation>Il n’y a pas d’autre traduction</translation>
    </message>
    <message>
        <source>yours, {0} % alike</source>
        <translation>la vôtre, semblable à {0} %</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Correct the English sentence</source>
        <translation>Corriger la phrase anglaise</translation>
    </message>
</context>
<context>
    <name>FacingView</name>
    <message>
        <source>From your translation memory</source>
        <translation>De votre mémoire de traduction</translation>
    </message>
    <message>
        <source>Translated with {0} {1}</source>
        <translation>Traduit avec {0} {1}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in both languages</source>
        <translation>Rechercher dans les deux langues</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Put right: {0}</source>
        <translation>Rectifié : {0}</translation>
    </message>
    <message>
        <source>There is nothing here that can be put right by itself</source>
        <translation>Il n’y a rien ici qui puisse être rectifié d’office</translation>
    </message>
    <message>
        <source>Its place in the English is not clear: correct it with F2</source>
        <translation>Sa place dans l’anglais n’est pas claire : corrigez avec F2</translation>
    </message>
    <message>
        <source>There are no flags</source>
        <translation>Il n’y a aucun signalement</translation>
    </message>
    <message>
        <source>Ctrl+. puts it right: {0}</source>
        <translation>Ctrl+. rectifie : {0}</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>Find a term</source>
        <translation>Rechercher un terme</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>À éviter</translation>
    </message>
    <message>
        <source>French term</source>
        <translation>Terme français</translation>
    </message>
    <message>
        <source>English, the wanted term first</source>
        <translation>Anglais, le terme voulu d’abord</translation>
    </message>
    <message>
        <source>English to avoid, if any</source>
        <translation>Anglais à éviter, s’il y en a</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Ajouter</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>“{0}” is in the glossary now.</source>
        <translation>« {0} » est maintenant dans le glossaire.</translation>
    </message>
    <message>
        <source>{0} is taken in.</source>
        <translation>{0} est importé.</translation>
    </message>
    <message>
        <source>Export the glossary</source>
        <translation>Exporter le glossaire</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Enregistré sous {0}</translation>
    </message>
    <message>
        <source>Something went wrong ({0}).</source>
        <translation>Une erreur s’est produite ({0}).</translation>
    </message>
</context>
<context>
    <name>Heads</name>
    <message>
        <source>French · original</source>
        <translation>Français · original</translation>
    </message>
    <message>
        <source>English · machine translation</source>
        <translation>Anglais · traduction automatique</translation>
    </message>
</context>
<context>
    <name>LengthChooser</name>
    <message>
        <source>Length of the summary</source>
        <translation>Longueur du résumé</translation>
    </message>
    <message>
        <source>What the length is counted in</source>
        <translation>Unité de la longueur</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>phrases</translation>
    </message>
    <message>
        <source>% of sentences</source>
        <translation>% des phrases</translation>
    </message>
    <message>
        <source>words</source>
        <translation>mots</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Article, French and English</source>
        <translation>Article, français et anglais</translation>
    </message>
    <message>
        <source>Vis-à-vis</source>
        <translation>Vis-à-vis</translation>
    </message>
    <message>
        <source>{0} {1} is now in use.</source>
        <translation>{0} {1} est maintenant utilisé.</translation>
    </message>
    <message>
        <source>Translate again</source>
        <translation>Retraduire</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message>
        <source>Other translations</source>
        <translation>Autres traductions</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>A document came with this mail: {0}</source>
        <translation>Un document accompagne ce message : {0}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>{0} documents came with this mail.</source>
        <translation>{0} documents accompagnent ce message.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Texte collé</translation>
    </message>
    <message>
        <source>Dropped text</source>
        <translation>Texte déposé</translation>
    </message>
    <message>
        <source>{0}: it is an address. Save the page in your browser and open that, or copy its text.</source>
        <translation>{0} : c’est une adresse. Enregistrez la page dans votre navigateur et ouvrez-la, ou copiez son texte.</translation>
    </message>
    <message>
        <source>{0}: there is no text in it.</source>
        <translation>{0} : il n’y a pas de texte.</translation>
    </message>
    <message>
        <source>{0} looks {1}, not French.</source>
        <translation>{0} ne semble pas en français (langue détectée : {1}).</translation>
    </message>
    <message>
        <source>{0} does not look French.</source>
        <translation>{0} ne semble pas en français.</translation>
    </message>
    <message>
        <source>Translate anyway</source>
        <translation>Traduire quand même</translation>
    </message>
</context>
<context>
    <name>PackagesDialog</name>
    <message>
        <source>Language packages</source>
        <translation>Modules de langue</translation>
    </message>
    <message>
        <source>Language packages on this computer</source>
        <translation>Modules de langue sur cet ordinateur</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Module</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Download the full-quality package ({0})…</source>
        <translation>Télécharger le module de pleine qualité ({0})…</translation>
    </message>
    <message>
        <source>Install from file…</source>
        <translation>Installer depuis un fichier…</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>intégré</translation>
    </message>
    <message>
        <source>installed here</source>
        <translation>installé ici</translation>
    </message>
    <message>
        <source>Argos Translate</source>
        <translation>Argos Translate</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>{0} MB will be fetched from {1}. Nothing of your articles is sent.</source>
        <translation>{0} Mo seront téléchargés depuis {1}. Rien de vos articles n’est envoyé.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>The full-quality package is installed and in use.</source>
        <translation>Le module de pleine qualité est installé et utilisé.</translation>
    </message>
    <message>
        <source>{0} is not the known official package. Install it only if you trust where it is from. SHA-256: {1}</source>
        <translation>{0} n’est pas le module officiel connu. Ne l’installez que si vous faites confiance à sa provenance. SHA-256 : {1}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>The package is installed and in use.</source>
        <translation>Le module est installé et utilisé.</translation>
    </message>
    <message>
        <source>{0} {1} is whole and translates.</source>
        <translation>{0} {1} est intact et traduit.</translation>
    </message>
    <message>
        <source>Remove {0} {1}?</source>
        <translation>Supprimer {0} {1} ?</translation>
    </message>
    <message>
        <source>{0:.1f} of {1:.1f} MB · {2:.1f} MB/s · {3} s left</source>
        <translation>{0:.1f} sur {1:.1f} Mo · {2:.1f} Mo/s · encore {3} s</translation>
    </message>
    <message>
        <source>Cancelled. What has come is kept, and the next download goes on from there.</source>
        <translation>Annulé. Ce qui est arrivé est conservé ; le prochain téléchargement reprendra là.</translation>
    </message>
    <message>
        <source>Something went wrong ({0}).</source>
        <translation>Une erreur s’est produite ({0}).</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Titles, captions and text around the article are not summed up</source>
        <translation>Les titres, légendes et textes autour de l’article ne sont pas résumés</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Sent to the printer</source>
        <translation>Envoyé à l’imprimante</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
    <message>
        <source>it did not take the article</source>
        <translation>elle n’a pas accepté l’article</translation>
    </message>
    <message>
        <source>It could not be printed.</source>
        <translation>L’impression a échoué.</translation>
    </message>
</context>
<context>
    <name>Quoting</name>
    <message>
        <source>Quotation copied</source>
        <translation>Citation copiée</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>what news summaries are made of: place, title words, main words, nothing twice</source>
        <translation>ce qui fait un résumé d’actualité : place, mots du titre, mots principaux, rien deux fois</translation>
    </message>
    <message>
        <source>the first sentences</source>
        <translation>les premières phrases</translation>
    </message>
    <message>
        <source>sentences that many others resemble</source>
        <translation>les phrases auxquelles beaucoup d’autres ressemblent</translation>
    </message>
    <message>
        <source>sentences that share words with many others</source>
        <translation>les phrases qui partagent des mots avec beaucoup d’autres</translation>
    </message>
    <message>
        <source>sentences that cover the main topics</source>
        <translation>les phrases qui couvrent les thèmes principaux</translation>
    </message>
    <message>
        <source>sentences dense with the article&apos;s frequent words</source>
        <translation>les phrases riches en mots fréquents de l’article</translation>
    </message>
    <message>
        <source>sentences near the title, in words and in place</source>
        <translation>les phrases proches du titre, par les mots et par la place</translation>
    </message>
    <message>
        <source>sentences made of frequent words, each new to the summary</source>
        <translation>les phrases faites de mots fréquents, chacun nouveau dans le résumé</translation>
    </message>
    <message>
        <source>sentences that together use words as the whole article does</source>
        <translation>les phrases qui, ensemble, emploient les mots comme l’article entier</translation>
    </message>
    <message>
        <source>sentences with the strongest links to all others</source>
        <translation>les phrases les plus liées à toutes les autres</translation>
    </message>
    <message>
        <source>Rank {0} of {1}, score {2}</source>
        <translation>Rang {0} sur {1}, score {2}</translation>
    </message>
    <message>
        <source>pinned by you</source>
        <translation>épinglée par vous</translation>
    </message>
    <message>
        <source>adds something new</source>
        <translation>apporte du nouveau</translation>
    </message>
    <message>
        <source>first sentence</source>
        <translation>première phrase</translation>
    </message>
    <message>
        <source>near the beginning</source>
        <translation>près du début</translation>
    </message>
    <message>
        <source>words of the title: {0}</source>
        <translation>mots du titre : {0}</translation>
    </message>
    <message>
        <source>main words: {0}</source>
        <translation>mots principaux : {0}</translation>
    </message>
    <message>
        <source>close to the article as a whole</source>
        <translation>proche de l’ensemble de l’article</translation>
    </message>
    <message>
        <source>leans on the sentence before it</source>
        <translation>s’appuie sur la phrase précédente</translation>
    </message>
    <message>
        <source>inside a longer quotation</source>
        <translation>à l’intérieur d’une longue citation</translation>
    </message>
    <message>
        <source>said before</source>
        <translation>déjà dit</translation>
    </message>
</context>
<context>
    <name>Recents</name>
    <message>
        <source>Forget all articles, with their corrections? Files that you saved stay.</source>
        <translation>Oublier tous les articles, avec leurs corrections ? Les fichiers enregistrés restent.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>&amp;Forget them…</source>
        <translation>&amp;Les oublier…</translation>
    </message>
    <message>
        <source>Brought back as it was</source>
        <translation>Rétabli tel quel</translation>
    </message>
    <message>
        <source>{0} % translated</source>
        <translation>{0} % traduit</translation>
    </message>
    <message>
        <source>{0} edited</source>
        <translation>{0} corrigées</translation>
    </message>
    <message>
        <source>{0} of {1} verified</source>
        <translation>{0} vérifiées sur {1}</translation>
    </message>
    <message>
        <source>{0} flagged</source>
        <translation>{0} signalées</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>traduit</translation>
    </message>
</context>
<context>
    <name>Remembering</name>
    <message>
        <source>Forget all translations and all your corrections in the memory? Open articles stay.</source>
        <translation>Oublier toutes les traductions et toutes vos corrections en mémoire ? Les articles ouverts restent.</translation>
    </message>
    <message>
        <source>Clear the memory</source>
        <translation>Vider la mémoire</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>The memory is empty</source>
        <translation>La mémoire est vide</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Translation memory</source>
        <translation>Mémoire de traduction</translation>
    </message>
    <message>
        <source>, in two columns</source>
        <translation>, en deux colonnes</translation>
    </message>
    <message>
        <source>, by turns</source>
        <translation>, en alternance</translation>
    </message>
    <message>
        <source>, as the original is laid out</source>
        <translation>, mise en page de l’original</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Flags and quotations</source>
        <translation>Signalements et citations</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Signalements</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Citations</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Progress of the translation</source>
        <translation>Progression de la traduction</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>Lecture de {0}…</translation>
    </message>
    <message>
        <source>Translating %p%</source>
        <translation>Traduction %p %</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>built-in</source>
        <translation>intégré</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <source> and {0}</source>
        <translation> et {0}</translation>
    </message>
    <message>
        <source>{0} to look at</source>
        <translation>{0} à revoir</translation>
    </message>
    <message>
        <source>{0} edited</source>
        <translation>{0} corrigées</translation>
    </message>
    <message>
        <source>{0} of {1} verified</source>
        <translation>{0} vérifiées sur {1}</translation>
    </message>
    <message>
        <source>No connection made</source>
        <translation>Aucune connexion établie</translation>
    </message>
    <message>
        <source>Fetched from {0} at {1}</source>
        <translation>Téléchargé depuis {0} à {1}</translation>
    </message>
    <message>
        <source>Refused: {0}</source>
        <translation>Refusé : {0}</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>SummaryPanel</name>
    <message>
        <source>Summary, French and English</source>
        <translation>Résumé, français et anglais</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Leave the choice to the method again</source>
        <translation>Laisser de nouveau le choix à la méthode</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>How the sentences are chosen</source>
        <translation>Choix des phrases</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Copier le résumé</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>En anglais</translation>
    </message>
    <message>
        <source>In French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>In both languages</source>
        <translation>Dans les deux langues</translation>
    </message>
    <message>
        <source>Figures: {0}</source>
        <translation>Chiffres : {0}</translation>
    </message>
    <message>
        <source>Names: {0}</source>
        <translation>Noms : {0}</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Quotation copied</source>
        <translation>Citation copiée</translation>
    </message>
    <message>
        <source>Translation copied</source>
        <translation>Traduction copiée</translation>
    </message>
    <message>
        <source>Summary copied</source>
        <translation>Résumé copié</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Enregistré sous {0}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a French article here</source>
        <translation>Déposez ici un article français</translation>
    </message>
    <message>
        <source>It is translated on this computer. Nothing is sent anywhere.</source>
        <translation>Il est traduit sur cet ordinateur. Rien n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Coller un texte</translation>
    </message>
</context>
</TS>
