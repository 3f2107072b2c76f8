<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ActionsController</name>
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
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
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
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Op&amp;en recent</source>
        <translation>Ou&amp;vrir un article récent</translation>
    </message>
    <message>
        <source>Translate a &amp;folder…</source>
        <translation>Traduire un do&amp;ssier…</translation>
    </message>
    <message>
        <source>Open a tra&amp;nslation of it…</source>
        <translation>Ouvrir &amp;une traduction de cet article…</translation>
    </message>
    <message>
        <source>Sho&amp;w the source in copies and exports</source>
        <translation>&amp;Indiquer la source dans les copies et exports</translation>
    </message>
    <message>
        <source>Add what is to chec&amp;k to exports</source>
        <translation>&amp;Ajouter ce qui est à vérifier aux exports</translation>
    </message>
    <message>
        <source>Pre&amp;view…</source>
        <translation>A&amp;perçu…</translation>
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
        <source>C&amp;lose article</source>
        <translation>&amp;Fermer l’article</translation>
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
        <source>Replac&amp;e…</source>
        <translation>R&amp;emplacer…</translation>
    </message>
    <message>
        <source>Find in &amp;all articles…</source>
        <translation>Rechercher dans tous &amp;les articles…</translation>
    </message>
    <message>
        <source>Settin&amp;gs…</source>
        <translation>Para&amp;mètres…</translation>
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
        <source>&amp;System</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Compact</source>
        <translation>&amp;Serré</translation>
    </message>
    <message>
        <source>&amp;Wide</source>
        <translation>&amp;Large</translation>
    </message>
    <message>
        <source>L&amp;ine spacing</source>
        <translation>&amp;Interligne</translation>
    </message>
    <message>
        <source>Ne&amp;xt article</source>
        <translation>Article sui&amp;vant</translation>
    </message>
    <message>
        <source>A&amp;ppearance</source>
        <translation>Appa&amp;rence</translation>
    </message>
    <message>
        <source>Previo&amp;us article</source>
        <translation>Article précé&amp;dent</translation>
    </message>
    <message>
        <source>&amp;Use this term everywhere…</source>
        <translation>&amp;Employer ce terme partout…</translation>
    </message>
    <message>
        <source>&amp;It is right: dismiss the flag</source>
        <translation>C’est &amp;juste : lever le signalement</translation>
    </message>
    <message>
        <source>Mark as &amp;verified and go to next</source>
        <translation>Marquer comme &amp;vérifiée et passer à la suivante</translation>
    </message>
    <message>
        <source>Mark as &amp;not verified</source>
        <translation>Annuler la véri&amp;fication</translation>
    </message>
    <message>
        <source>&amp;Pin to the summary</source>
        <translation>É&amp;pingler au résumé</translation>
    </message>
    <message>
        <source>&amp;Leave out of the summary</source>
        <translation>&amp;Laisser hors du résumé</translation>
    </message>
    <message>
        <source>C&amp;lear translation memory…</source>
        <translation>&amp;Vider la mémoire de traduction…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
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
        <source>Other &amp;words</source>
        <translation>Autres &amp;mots</translation>
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
        <source>Translate the clip&amp;board</source>
        <translation>Traduire le pre&amp;sse-papiers</translation>
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
        <source>Language &amp;packages…</source>
        <translation>&amp;Modules de langue…</translation>
    </message>
    <message>
        <source>Show &amp;hints</source>
        <translation>Afficher les &amp;conseils</translation>
    </message>
    <message>
        <source>&amp;About Vis-à-vis</source>
        <translation>À &amp;propos de Vis-à-vis</translation>
    </message>
</context>
<context>
    <name>AlternativesController</name>
    <message>
        <source>Looking for other translations…</source>
        <translation>Recherche d’autres traductions…</translation>
    </message>
    <message>
        <source>There is no other translation: correct the sentence with F2</source>
        <translation>Il n’y a pas d’autre traduction : corrigez la phrase avec F2</translation>
    </message>
    <message>
        <source>There are no other words here: correct the sentence with F2</source>
        <translation>Il n’y a pas d’autres mots ici : corrigez la phrase avec F2</translation>
    </message>
    <message>
        <source>your translation of a similar sentence ({0} %)</source>
        <translation>votre traduction d’une phrase semblable ({0} %)</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Open articles</source>
        <translation>Articles ouverts</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Translating: {0} %</source>
        <translation>Traduction : {0} %</translation>
    </message>
    <message>
        <source>{0} % translated</source>
        <translation>{0} % traduit</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Traduit</translation>
    </message>
</context>
<context>
    <name>ArticlesController</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>Fermer les autres</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
</context>
<context>
    <name>ColumnHeaders</name>
    <message>
        <source>English · translation made elsewhere</source>
        <translation>Anglais · traduction faite ailleurs</translation>
    </message>
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
    <name>ContextMenus</name>
    <message>
        <source>Copy “{0}”</source>
        <translation>Copier « {0} »</translation>
    </message>
    <message>
        <source>Find “{0}”</source>
        <translation>Rechercher « {0} »</translation>
    </message>
    <message>
        <source>Other words for “{0}”</source>
        <translation>Autres mots pour « {0} »</translation>
    </message>
    <message>
        <source>Use a term for “{0}” everywhere…</source>
        <translation>Utiliser partout un terme pour « {0} »…</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Copier le résumé</translation>
    </message>
    <message>
        <source>Copy summary (Ctrl+Shift+C)</source>
        <translation>Copier le résumé (Ctrl+Maj+C)</translation>
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
        <source>As bullets</source>
        <translation>En liste à puces</translation>
    </message>
    <message>
        <source>With the headline</source>
        <translation>Avec le titre</translation>
    </message>
    <message>
        <source>With key figures and names</source>
        <translation>Avec les chiffres et les noms</translation>
    </message>
    <message>
        <source>With the source</source>
        <translation>Avec la source</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 flag</source>
        <translation>1 signalement</translation>
    </message>
    <message>
        <source>{0} flags</source>
        <translation>{0} signalements</translation>
    </message>
    <message>
        <source>{0} edited</source>
        <translation>corrigées&#xa0;: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} verified</source>
        <translation>vérifiées&#xa0;: {0} sur {1}</translation>
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
        <source>Your work could not be saved. Choose Continue, then save the translation (Ctrl+S).</source>
        <translation>Votre travail n’a pas pu être enregistré. Choisissez Continuer, puis enregistrez la traduction (Ctrl+S).</translation>
    </message>
    <message>
        <source>This report says where it went wrong, and holds no text of yours. Copy it and send it to whoever gave you the program.</source>
        <translation>Ce rapport dit où l’erreur s’est produite et ne contient rien de vos textes. Copiez-le et envoyez-le à qui vous a fourni le programme.</translation>
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
        <source>C&amp;ontinue</source>
        <translation>C&amp;ontinuer</translation>
    </message>
</context>
<context>
    <name>DeferredAction</name>
    <message>
        <source>{0}. {1} of {2} sentences is not translated yet.</source>
        <translation>{0}. {1} phrase sur {2} n’est pas encore traduite.</translation>
    </message>
    <message>
        <source>{0}. {1} of {2} sentences are not translated yet.</source>
        <translation>{0}. {1} phrases sur {2} ne sont pas encore traduites.</translation>
    </message>
    <message>
        <source>Waiting for the translation…</source>
        <translation>En attente de la traduction…</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Ne pas attendre</translation>
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
        <source>Open French articles</source>
        <translation>Ouvrir des articles français</translation>
    </message>
    <message>
        <source>Open an English translation of this article</source>
        <translation>Ouvrir une traduction anglaise de cet article</translation>
    </message>
    <message>
        <source>{0} already exists. Replace it?</source>
        <translation>{0} existe déjà. Le remplacer ?</translation>
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
    <name>Editor</name>
    <message>
        <source>Correct the English sentence</source>
        <translation>Corriger la phrase anglaise</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Summary copied</source>
        <translation>Résumé copié</translation>
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
        <source>Copy again when the translation is complete</source>
        <translation>Recopier quand la traduction sera complète</translation>
    </message>
    <message>
        <source>Save again when the translation is complete</source>
        <translation>Réenregistrer quand la traduction sera complète</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Le fichier</translation>
    </message>
    <message>
        <source>Its folder</source>
        <translation>Son dossier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Enregistré sous {0}</translation>
    </message>
</context>
<context>
    <name>FacingView</name>
    <message>
        <source>Pinned in the summary</source>
        <translation>Épinglée dans le résumé</translation>
    </message>
    <message>
        <source>By your glossary: {0}</source>
        <translation>Selon votre glossaire&#xa0;: {0}</translation>
    </message>
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
    <name>FactsLabel</name>
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
    <name>FlagCard</name>
    <message>
        <source>What may be wrong</source>
        <translation>Ce qui est peut-être faux</translation>
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
        <source>Put right</source>
        <translation>Rectifier</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Autres traductions</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Corriger</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>C’est juste</translation>
    </message>
    <message>
        <source>Put right: {0}</source>
        <translation>Rectifier : {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Previous flag (Shift+F8)</source>
        <translation>Signalement précédent (Maj+F8)</translation>
    </message>
    <message>
        <source>Next flag (F8)</source>
        <translation>Signalement suivant (F8)</translation>
    </message>
</context>
<context>
    <name>FlagsController</name>
    <message>
        <source>Put right: {0}</source>
        <translation>Rectifié : {0}</translation>
    </message>
    <message>
        <source>Nothing here can be put right automatically: correct the sentence with F2</source>
        <translation>Rien ici ne peut être rectifié automatiquement : corrigez la phrase avec F2</translation>
    </message>
    <message>
        <source>There is no flag here: F8 goes to the next</source>
        <translation>Il n’y a pas de signalement ici : F8 mène au suivant</translation>
    </message>
    <message>
        <source>That was the last flag</source>
        <translation>C’était le dernier signalement</translation>
    </message>
    <message>
        <source>The words to change could not be located: correct the sentence with F2</source>
        <translation>Les mots à changer n’ont pas été trouvés : corrigez la phrase avec F2</translation>
    </message>
    <message>
        <source>There are no flags</source>
        <translation>Il n’y a aucun signalement</translation>
    </message>
    <message>
        <source>There are no flags of this kind: choose “All flags” in the list</source>
        <translation>Il n’y a pas de signalement de cette sorte : choisissez « Tous les signalements » dans la liste</translation>
    </message>
    <message>
        <source>Ctrl+. puts it right: {0}</source>
        <translation>Ctrl+. rectifie : {0}</translation>
    </message>
</context>
<context>
    <name>FolderController</name>
    <message>
        <source>Translate a folder</source>
        <translation>Traduire un dossier</translation>
    </message>
</context>
<context>
    <name>FolderDialog</name>
    <message>
        <source>Translate a folder</source>
        <translation>Traduire un dossier</translation>
    </message>
    <message>
        <source>With a summary</source>
        <translation>Avec un résumé</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Présentation</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>English, in the layout of the original where it can be kept</source>
        <translation>Anglais, dans la mise en page de l’original si elle peut être gardée</translation>
    </message>
    <message>
        <source>French and English, in two columns</source>
        <translation>Français et anglais, en deux colonnes</translation>
    </message>
    <message>
        <source>French and English, one below the other</source>
        <translation>Français et anglais, l’un sous l’autre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Looking for articles…</source>
        <translation>Recherche des articles…</translation>
    </message>
    <message>
        <source>Choose the folder to save in</source>
        <translation>Choisissez le dossier d’enregistrement</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 article</translation>
    </message>
    <message>
        <source>{0} articles</source>
        <translation>{0} articles</translation>
    </message>
    <message>
        <source>1 other file is left out</source>
        <translation>1 autre fichier est laissé de côté</translation>
    </message>
    <message>
        <source>{0} other files are left out</source>
        <translation>{0} autres fichiers sont laissés de côté</translation>
    </message>
    <message>
        <source>1 earlier translation is left out</source>
        <translation>1 traduction antérieure est laissée de côté</translation>
    </message>
    <message>
        <source>{0} earlier translations are left out</source>
        <translation>{0} traductions antérieures sont laissées de côté</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>1 article translated</source>
        <translation>1 article traduit</translation>
    </message>
    <message>
        <source>{0} articles translated</source>
        <translation>{0} articles traduits</translation>
    </message>
    <message>
        <source>1 could not be</source>
        <translation>1 n’a pas pu l’être</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>{0} could not be</source>
        <translation>{0} n’ont pas pu l’être</translation>
    </message>
</context>
<context>
    <name>FolderFiles</name>
    <message>
        <source>Translating: {0} %</source>
        <translation>Traduction : {0} %</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Traduit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
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
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>French term</source>
        <translation>Terme français</translation>
    </message>
    <message>
        <source>English (preferred term first)</source>
        <translation>Anglais (terme préféré d’abord)</translation>
    </message>
    <message>
        <source>English to avoid (optional)</source>
        <translation>Anglais à éviter (facultatif)</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>&amp;Modifier</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>“{0}” has been added to the glossary.</source>
        <translation>« {0} » a été ajouté au glossaire.</translation>
    </message>
    <message>
        <source>“{0}” has been changed.</source>
        <translation>«&#xa0;{0}&#xa0;» a été modifié.</translation>
    </message>
    <message>
        <source>“{0}” has been deleted from your glossary.</source>
        <translation>«&#xa0;{0}&#xa0;» a été supprimé de votre glossaire.</translation>
    </message>
    <message>
        <source>{0} has been imported.</source>
        <translation>{0} a été importé.</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>la vôtre</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>fournie</translation>
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
        <source>Export the glossary</source>
        <translation>Exporter le glossaire</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Enregistré sous {0}</translation>
    </message>
</context>
<context>
    <name>HintsBar</name>
    <message>
        <source>Hints</source>
        <translation>Conseils</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Double-click the English to edit it (F2)</source>
        <translation>Double-cliquez sur l’anglais pour le corriger (F2)</translation>
    </message>
    <message>
        <source>F8 leads to what may be wrong</source>
        <translation>F8 mène à ce qui est peut-être faux</translation>
    </message>
    <message>
        <source>P puts a sentence into the summary</source>
        <translation>P place une phrase dans le résumé</translation>
    </message>
</context>
<context>
    <name>HintsController</name>
    <message>
        <source>Click to see what may be wrong</source>
        <translation>Cliquer pour voir ce qui est peut-être faux</translation>
    </message>
    <message>
        <source>Click a word to see what else it could be, double-click to edit the sentence</source>
        <translation>Cliquez un mot pour voir ce qu’il pourrait être d’autre, double-cliquez pour corriger la phrase</translation>
    </message>
    <message>
        <source>Click to light the sentence in both languages, double-click to edit it</source>
        <translation>Cliquer pour éclairer la phrase dans les deux langues, double-cliquer pour la corriger</translation>
    </message>
    <message>
        <source>Click to light the sentence in both languages</source>
        <translation>Cliquer pour éclairer la phrase dans les deux langues</translation>
    </message>
    <message>
        <source>Click to go to the sentence in the article</source>
        <translation>Cliquer pour aller à la phrase dans l’article</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Vis-à-vis</source>
        <translation>Vis-à-vis</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>--offline forbids connecting to {0}</source>
        <translation>--offline interdit de se connecter à {0}</translation>
    </message>
    <message>
        <source>1 comment was left out</source>
        <translation>1 commentaire a été laissé de côté</translation>
    </message>
    <message>
        <source>1 embedded object, such as a chart, was left out</source>
        <translation>1 objet incorporé, tel qu’un graphique, a été laissé de côté</translation>
    </message>
    <message>
        <source>1 hidden passage was left out</source>
        <translation>1 passage masqué a été laissé de côté</translation>
    </message>
    <message>
        <source>1 inserted document cannot be read, and was left out</source>
        <translation>1 document inséré est illisible et a été laissé de côté</translation>
    </message>
    <message>
        <source>1 page header or footer was left out</source>
        <translation>1 en-tête ou pied de page a été laissé de côté</translation>
    </message>
    <message>
        <source>1 page is only a picture, and was not read</source>
        <translation>1 page n’est qu’une image et n’a pas été lue</translation>
    </message>
    <message>
        <source>1 prompt to fill in was left out</source>
        <translation>1 invite à remplir a été laissée de côté</translation>
    </message>
    <message>
        <source>1 sentence has no English, and is left in French</source>
        <translation>1 phrase n’a pas d’anglais et reste en français</translation>
    </message>
    <message>
        <source>1 short text set across the page was left out</source>
        <translation>1 court texte placé en travers de la page n’a pas été repris</translation>
    </message>
    <message>
        <source>1 sign cannot be read, and is shown as □</source>
        <translation>1 signe est illisible et apparaît comme □</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>arménien</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>catalan</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinois</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>tchèque</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>danois</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>néerlandais</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>finnois</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>géorgien</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grec</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hébreu</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>hongrois</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonais</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coréen</translation>
    </message>
    <message>
        <source>No article was found in the page; this is all of its text</source>
        <translation>Aucun article n’a été trouvé dans la page&#xa0;; voici tout son texte</translation>
    </message>
    <message>
        <source>Outlook packed what came with it in winmail.dat, which is not read; ask for it as ordinary files</source>
        <translation>Outlook a rangé les pièces jointes dans winmail.dat, qui n’est pas lu ; demandez-les sous forme de fichiers ordinaires</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>persan</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polonais</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>roumain</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>suédois</translation>
    </message>
    <message>
        <source>Tesseract could not read page {0}</source>
        <translation>Tesseract n’a pas pu lire la page {0}</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>thaï</translation>
    </message>
    <message>
        <source>The list of packages could not be read from {0}: {1}</source>
        <translation>La liste des modules n’a pas pu être lue sur {0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>The package could not be downloaded ({0}).</source>
        <translation>Le module n’a pas pu être téléchargé ({0}).</translation>
    </message>
    <message>
        <source>The page shows no article; this is the text that it carries for search engines</source>
        <translation>La page n’affiche aucun article&#xa0;; voici le texte qu’elle contient pour les moteurs de recherche</translation>
    </message>
    <message>
        <source>The text had been saved in a wrong encoding; its accents and signs were restored</source>
        <translation>Le texte avait été enregistré dans un mauvais encodage&#xa0;; ses accents et ses signes ont été rétablis</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turc</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ukrainien</translation>
    </message>
    <message>
        <source>What was not read is left in French: {0}</source>
        <translation>Ce qui n’a pas été lu reste en français&#xa0;: {0}</translation>
    </message>
    <message>
        <source>a Word file</source>
        <translation>fichier Word</translation>
    </message>
    <message>
        <source>a book</source>
        <translation>livre</translation>
    </message>
    <message>
        <source>a character has no translation</source>
        <translation>un caractère n’a pas de traduction</translation>
    </message>
    <message>
        <source>a glossary is saved as {0}</source>
        <translation>un glossaire s’enregistre en {0}</translation>
    </message>
    <message>
        <source>a part of its path is a file, not a folder</source>
        <translation>une partie de son chemin est un fichier, pas un dossier</translation>
    </message>
    <message>
        <source>a phrase is repeated</source>
        <translation>une expression est répétée</translation>
    </message>
    <message>
        <source>a sign is repeated</source>
        <translation>un signe est répété</translation>
    </message>
    <message>
        <source>a syllable is repeated</source>
        <translation>une syllabe est répétée</translation>
    </message>
    <message>
        <source>a web page came instead of the package</source>
        <translation>une page web est arrivée au lieu du module</translation>
    </message>
    <message>
        <source>a word is repeated</source>
        <translation>un mot est répété</translation>
    </message>
    <message>
        <source>an OpenDocument text</source>
        <translation>texte OpenDocument</translation>
    </message>
    <message>
        <source>an Outlook message</source>
        <translation>message Outlook</translation>
    </message>
    <message>
        <source>an old PowerPoint file</source>
        <translation>ancien fichier PowerPoint</translation>
    </message>
    <message>
        <source>an old Word file</source>
        <translation>ancien fichier Word</translation>
    </message>
    <message>
        <source>another window or program is installing a package; wait for it to end</source>
        <translation>une autre fenêtre ou un autre programme installe un module&#xa0;; attendez qu’il ait fini</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>connection reset by peer</source>
        <translation>connexion coupée par le serveur</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>le nom du fichier est trop long</translation>
    </message>
    <message>
        <source>file too large</source>
        <translation>le fichier est trop grand</translation>
    </message>
    <message>
        <source>full quality</source>
        <translation>pleine qualité</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>erreur de lecture ou d’écriture</translation>
    </message>
    <message>
        <source>install LibreOffice ({0})</source>
        <translation>installez LibreOffice ({0})</translation>
    </message>
    <message>
        <source>install LibreOffice from libreoffice.org</source>
        <translation>installez LibreOffice depuis libreoffice.org</translation>
    </message>
    <message>
        <source>install it under Translation, Language packages</source>
        <translation>installez-le sous Traduction, Modules de langue</translation>
    </message>
    <message>
        <source>it answers {0}</source>
        <translation>réponse {0}</translation>
    </message>
    <message>
        <source>it appears to be in {0}, not French</source>
        <translation>ce texte semble être en {0}, et non en français</translation>
    </message>
    <message>
        <source>it cannot be written on this machine: {0}</source>
        <translation>écriture impossible sur cette machine&#xa0;: {0}</translation>
    </message>
    <message>
        <source>it could not be removed: {0}</source>
        <translation>suppression impossible&#xa0;: {0}</translation>
    </message>
    <message>
        <source>it could not be unpacked: {0}</source>
        <translation>décompression impossible&#xa0;: {0}</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>it does not translate</source>
        <translation>il ne traduit pas</translation>
    </message>
    <message>
        <source>it does not translate; remove it or install it again</source>
        <translation>il ne traduit pas&#xa0;; supprimez-le ou réinstallez-le</translation>
    </message>
    <message>
        <source>it has another length than the package</source>
        <translation>la longueur n’est pas celle du module</translation>
    </message>
    <message>
        <source>it has changed since it was read; open it again</source>
        <translation>le fichier a changé depuis sa lecture&#xa0;; rouvrez-le</translation>
    </message>
    <message>
        <source>it holds a file that would be written outside its folder, or a link</source>
        <translation>l’archive contient un lien, ou un fichier qui serait écrit hors de son dossier</translation>
    </message>
    <message>
        <source>it holds more files than a language package, or one twice</source>
        <translation>l’archive contient plus de fichiers qu’un module de langue, ou deux fois le même</translation>
    </message>
    <message>
        <source>it holds more than {0} million letters; open a part</source>
        <translation>ce fichier a plus de {0} millions de lettres&#xa0;; ouvrez-en une partie</translation>
    </message>
    <message>
        <source>it holds no French terms with their English</source>
        <translation>ce fichier ne contient pas de termes français avec leur anglais</translation>
    </message>
    <message>
        <source>it holds no web page</source>
        <translation>ce fichier ne contient pas de page web</translation>
    </message>
    <message>
        <source>it is a PostScript file</source>
        <translation>c’est un fichier PostScript</translation>
    </message>
    <message>
        <source>it is a Word file without text</source>
        <translation>ce fichier Word ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is a WordPerfect document</source>
        <translation>c’est un document WordPerfect</translation>
    </message>
    <message>
        <source>it is a book for Kindle</source>
        <translation>c’est un livre pour Kindle</translation>
    </message>
    <message>
        <source>it is a book without text</source>
        <translation>ce livre ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is a database (SQLite)</source>
        <translation>c’est une base de données (SQLite)</translation>
    </message>
    <message>
        <source>it is a file, not a folder</source>
        <translation>c’est un fichier, non un dossier</translation>
    </message>
    <message>
        <source>it is a flat OpenDocument file</source>
        <translation>c’est un fichier OpenDocument à plat</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>c’est un dossier, non un fichier</translation>
    </message>
    <message>
        <source>it is a font</source>
        <translation>c’est une police de caractères</translation>
    </message>
    <message>
        <source>it is a language package</source>
        <translation>c’est un module de langue</translation>
    </message>
    <message>
        <source>it is a link to a web page</source>
        <translation>c’est un lien vers une page web</translation>
    </message>
    <message>
        <source>it is a mail without text</source>
        <translation>ce courriel ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is a picture ({0})</source>
        <translation>c’est une image ({0})</translation>
    </message>
    <message>
        <source>it is a program</source>
        <translation>c’est un programme</translation>
    </message>
    <message>
        <source>it is a scanned document (DjVu)</source>
        <translation>c’est un document numérisé (DjVu)</translation>
    </message>
    <message>
        <source>it is a spreadsheet ({0})</source>
        <translation>c’est une feuille de calcul ({0})</translation>
    </message>
    <message>
        <source>it is a template or holds macros; save it as an ordinary .docx first</source>
        <translation>c’est un modèle, ou un fichier avec des macros&#xa0;; enregistrez-le d’abord en .docx ordinaire</translation>
    </message>
    <message>
        <source>it is a web page without text</source>
        <translation>cette page web ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is a web page, not a language package</source>
        <translation>c’est une page web, non un module de langue</translation>
    </message>
    <message>
        <source>it is an OpenDocument file, but no text</source>
        <translation>c’est un fichier OpenDocument, mais non un texte</translation>
    </message>
    <message>
        <source>it is an OpenDocument text without words</source>
        <translation>ce texte OpenDocument est sans mots</translation>
    </message>
    <message>
        <source>it is an Outlook mailbox</source>
        <translation>c’est une boîte aux lettres Outlook</translation>
    </message>
    <message>
        <source>it is an RTF file without text</source>
        <translation>ce fichier RTF ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is an address, and no page is fetched, for nothing leaves this machine: save the page in your browser (Ctrl+S) and open that, or copy its text</source>
        <translation>c’est une adresse, et aucune page n’est téléchargée, car rien ne quitte cette machine&#xa0;: enregistrez la page dans votre navigateur (Ctrl+S) et ouvrez-la, ou copiez son texte</translation>
    </message>
    <message>
        <source>it is an archive ({0})</source>
        <translation>c’est une archive ({0})</translation>
    </message>
    <message>
        <source>it is an old Office file</source>
        <translation>c’est un ancien fichier Office</translation>
    </message>
    <message>
        <source>it is in another Word format</source>
        <translation>ce fichier est dans un autre format de Word</translation>
    </message>
    <message>
        <source>it is in the old Word format</source>
        <translation>ce fichier est à l’ancien format de Word</translation>
    </message>
    <message>
        <source>it is no OpenDocument presentation, so its layout cannot be kept; choose another format</source>
        <translation>ce n’est pas une présentation OpenDocument, sa mise en page ne peut donc être conservée&#xa0;; choisissez un autre format</translation>
    </message>
    <message>
        <source>it is no PowerPoint file, so its layout cannot be kept; choose another format</source>
        <translation>ce n’est pas un fichier PowerPoint, sa mise en page ne peut donc être conservée&#xa0;; choisissez un autre format</translation>
    </message>
    <message>
        <source>it is protected by a password</source>
        <translation>ce fichier est protégé par un mot de passe</translation>
    </message>
    <message>
        <source>{0} paragraphs looked like menus or notices of the page, and were left out</source>
        <translation>{0} paragraphes, qui semblaient être des menus ou des avis de la page, ont été laissés de côté</translation>
    </message>
    <message>
        <source>{0} sentences have no English, and are left in French</source>
        <translation>{0} phrases n’ont pas d’anglais et restent en français</translation>
    </message>
    <message>
        <source>“{0}” is usually “{1}”</source>
        <translation>«&#xa0;{0}&#xa0;» se dit d’ordinaire «&#xa0;{1}&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” is usually “{1}”, not “{2}”</source>
        <translation>«&#xa0;{0}&#xa0;» se dit d’ordinaire «&#xa0;{1}&#xa0;», non «&#xa0;{2}&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” is “{1}” in your glossary</source>
        <translation>«&#xa0;{0}&#xa0;» se dit «&#xa0;{1}&#xa0;» dans votre glossaire</translation>
    </message>
    <message>
        <source>“{0}” is “{1}” in your glossary, not “{2}”</source>
        <translation>«&#xa0;{0}&#xa0;» se dit «&#xa0;{1}&#xa0;» dans votre glossaire, non «&#xa0;{2}&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” was “{1}” before</source>
        <translation>« {0} » était écrit « {1} » plus haut</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>elle est fermée</translation>
    </message>
    <message>
        <source>The package could not be downloaded ({0}). The part downloaded is kept; the next try resumes from there.</source>
        <translation>Le module n’a pas pu être téléchargé ({0}). La partie déjà téléchargée est conservée ; le prochain essai reprendra là.</translation>
    </message>
    <message>
        <source>a quotation mark is missing</source>
        <translation>un guillemet manque</translation>
    </message>
    <message>
        <source>a quotation mark is not closed</source>
        <translation>un guillemet n’est pas fermé</translation>
    </message>
    <message>
        <source>it contains no text</source>
        <translation>ce fichier ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is damaged, or far larger than an article; it was not opened</source>
        <translation>ce fichier est endommagé, ou bien plus grand qu’un article&#xa0;; il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>it is damaged, or no language package (.argosmodel)</source>
        <translation>ce fichier est endommagé, ou n’est pas un module de langue (.argosmodel)</translation>
    </message>
    <message>
        <source>it is damaged: a part of it is missing, or has changed on its way; fetch it again</source>
        <translation>ce fichier est endommagé&#xa0;: une partie manque, ou a changé en chemin&#xa0;; téléchargez-le de nouveau</translation>
    </message>
    <message>
        <source>it is encrypted; open it in your mail program and save its text</source>
        <translation>ce courriel est chiffré&#xa0;; ouvrez-le dans votre messagerie et enregistrez son texte</translation>
    </message>
    <message>
        <source>it is far larger than an article; open a part</source>
        <translation>c’est bien plus grand qu’un article&#xa0;; ouvrez-en une partie</translation>
    </message>
    <message>
        <source>it is in the strict form of Word&apos;s format; save it as an ordinary .docx first</source>
        <translation>ce fichier est à la forme stricte du format Word&#xa0;; enregistrez-le d’abord en .docx ordinaire</translation>
    </message>
    <message>
        <source>it is larger than any language package</source>
        <translation>c’est plus grand que tout module de langue</translation>
    </message>
    <message>
        <source>it is larger than {0} MB; no glossary is</source>
        <translation>ce fichier dépasse {0} Mo, ce qu’aucun glossaire ne fait</translation>
    </message>
    <message>
        <source>it is locked to one reader (DRM), and cannot be read here</source>
        <translation>ce livre est verrouillé pour un seul lecteur (DRM), et ne peut être lu ici</translation>
    </message>
    <message>
        <source>it is longer than the package</source>
        <translation>la longueur dépasse celle du module</translation>
    </message>
    <message>
        <source>it is no TBX: its XML is damaged</source>
        <translation>ce n’est pas du TBX&#xa0;: son XML est endommagé</translation>
    </message>
    <message>
        <source>it is no language package</source>
        <translation>ce n’est pas un module de langue</translation>
    </message>
    <message>
        <source>it is no language package: it does not hold exactly one folder</source>
        <translation>ce n’est pas un module de langue&#xa0;: l’archive ne contient pas un seul dossier</translation>
    </message>
    <message>
        <source>it is no language package: metadata.json is missing or damaged</source>
        <translation>ce n’est pas un module de langue&#xa0;: metadata.json manque ou est endommagé</translation>
    </message>
    <message>
        <source>it is no language package: model or tokenizer are missing</source>
        <translation>ce n’est pas un module de langue&#xa0;: il manque le modèle ou le découpage en mots</translation>
    </message>
    <message>
        <source>it is no table of terms: {0}</source>
        <translation>ce n’est pas une table de termes&#xa0;: {0}</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>ce n’est pas du texte</translation>
    </message>
    <message>
        <source>it is no web address</source>
        <translation>ce n’est pas une adresse web</translation>
    </message>
    <message>
        <source>it is not a regular file, and holds no article</source>
        <translation>ce n’est pas un fichier ordinaire&#xa0;; il ne contient pas d’article</translation>
    </message>
    <message>
        <source>it is protected by a password, as no language package is</source>
        <translation>ce fichier est protégé par un mot de passe, ce qu’aucun module de langue n’est</translation>
    </message>
    <message>
        <source>it is protected by a password; save it without one first</source>
        <translation>ce fichier est protégé par un mot de passe&#xa0;; enregistrez-le d’abord sans</translation>
    </message>
    <message>
        <source>it is sound or video ({0})</source>
        <translation>c’est du son ou de la vidéo ({0})</translation>
    </message>
    <message>
        <source>it is the article itself; choose another name</source>
        <translation>c’est l’article lui-même&#xa0;; choisissez un autre nom</translation>
    </message>
    <message>
        <source>it redirects without end</source>
        <translation>renvois sans fin</translation>
    </message>
    <message>
        <source>it translates {0} to {1}, not French to English</source>
        <translation>ce module traduit de {0} vers {1}, non du français vers l’anglais</translation>
    </message>
    <message>
        <source>it unpacks to more than any language package</source>
        <translation>décompressée, l’archive dépasse tout module de langue</translation>
    </message>
    <message>
        <source>it was not installed by Vis-à-vis and is left where it is</source>
        <translation>ce module n’a pas été installé par Vis-à-vis et reste où il est</translation>
    </message>
    <message>
        <source>its SHA-256 is not that of the package</source>
        <translation>le SHA-256 n’est pas celui du module</translation>
    </message>
    <message>
        <source>its engine could not be started; close other programs and try again, or install the package again</source>
        <translation>son moteur n’a pas pu démarrer&#xa0;; fermez d’autres programmes et réessayez, ou réinstallez le module</translation>
    </message>
    <message>
        <source>its files cannot be read: {0}</source>
        <translation>ses fichiers ne peuvent être lus&#xa0;: {0}</translation>
    </message>
    <message>
        <source>its files have changed since it was installed; install it again</source>
        <translation>ses fichiers ont changé depuis l’installation&#xa0;; réinstallez-le</translation>
    </message>
    <message>
        <source>its layout cannot be kept: {0}</source>
        <translation>sa mise en page ne peut être gardée&#xa0;: {0}</translation>
    </message>
    <message>
        <source>its name ends in {0}, but it is no such file, or a damaged one</source>
        <translation>son nom finit par {0}, mais ce fichier n’en est pas un, ou il est endommagé</translation>
    </message>
    <message>
        <source>line {0} needs a French term and its English</source>
        <translation>à la ligne {0}, il faut un terme français et son anglais</translation>
    </message>
    <message>
        <source>the engine is incomplete, or there is not enough memory ({0}); close other programs and try again</source>
        <translation>le moteur est incomplet, ou la mémoire insuffisante ({0}) ; fermez d’autres programmes et réessayez</translation>
    </message>
    <message>
        <source>the quotation has no quotation marks in the English</source>
        <translation>la citation est sans guillemets en anglais</translation>
    </message>
    <message>
        <source>“{0}” is an allegation in the French; the English does not say so</source>
        <translation>« {0} » est une allégation en français ; l’anglais ne le dit pas</translation>
    </message>
    <message>
        <source>not in the English</source>
        <translation>absent de l’anglais</translation>
    </message>
    <message>
        <source>not in the French</source>
        <translation>absent du français</translation>
    </message>
    <message>
        <source>it holds no French with its English</source>
        <translation>il ne contient pas de français avec son anglais</translation>
    </message>
    <message>
        <source>it has no French and English side by side</source>
        <translation>il n’a pas de français et d’anglais côte à côte</translation>
    </message>
    <message>
        <source>it is no TMX, no XLIFF, and no Word or HTML file in two columns; name the English too</source>
        <translation>ce n’est ni un TMX, ni un XLIFF, ni un fichier Word ou HTML à deux colonnes ; nommez aussi l’anglais</translation>
    </message>
    <message>
        <source>it is damaged: {0}</source>
        <translation>il est endommagé : {0}</translation>
    </message>
    <message>
        <source>“{0}” speaks of himself in the French</source>
        <translation>« {0} » : en français, la personne parle d’elle-même</translation>
    </message>
    <message>
        <source>“{0}” was left in French</source>
        <translation>« {0} » est resté en français</translation>
    </message>
    <message>
        <source>much too long</source>
        <translation>bien trop long</translation>
    </message>
    <message>
        <source>1 hidden slide was left out</source>
        <translation>1 diapositive masquée a été laissée de côté</translation>
    </message>
    <message>
        <source>1 paragraph looked like a menu or a notice of the page, and was left out</source>
        <translation>1 paragraphe, qui semblait être un menu ou un avis de la page, a été laissé de côté</translation>
    </message>
    <message>
        <source>Something went wrong ({0}). Try again; your work is kept.</source>
        <translation>Une erreur s’est produite ({0}). Réessayez ; votre travail est conservé.</translation>
    </message>
    <message>
        <source>Vis-à-vis opens Word, PowerPoint, OpenDocument, RTF, PDF, EPUB, web pages, mails, subtitles and text</source>
        <translation>Vis-à-vis ouvre Word, PowerPoint, OpenDocument, RTF, PDF, EPUB, les pages web, les courriels, les sous-titres et le texte</translation>
    </message>
    <message>
        <source>a PowerPoint file</source>
        <translation>fichier PowerPoint</translation>
    </message>
    <message>
        <source>an OpenDocument presentation</source>
        <translation>présentation OpenDocument</translation>
    </message>
    <message>
        <source>another program is using the file; close it there and try again</source>
        <translation>un autre programme utilise le fichier ; fermez-le là-bas et réessayez</translation>
    </message>
    <message>
        <source>copy the cells with the text and paste them into Vis-à-vis</source>
        <translation>copiez les cellules du texte et collez-les dans Vis-à-vis</translation>
    </message>
    <message>
        <source>export it as PowerPoint (.pptx) and open that</source>
        <translation>exportez-la en PowerPoint (.pptx) et ouvrez celle-ci</translation>
    </message>
    <message>
        <source>export it as Word (.docx) and open that</source>
        <translation>exportez-le en Word (.docx) et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>export it as Word (.docx) or PDF and open that</source>
        <translation>exportez-le en Word (.docx) ou en PDF et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>it cannot be made: {0}; choose another place</source>
        <translation>création impossible : {0} ; choisissez un autre emplacement</translation>
    </message>
    <message>
        <source>it cannot be written: {0}</source>
        <translation>écriture impossible : {0}</translation>
    </message>
    <message>
        <source>it cannot be written: {0}; choose another place</source>
        <translation>écriture impossible : {0} ; choisissez un autre emplacement</translation>
    </message>
    <message>
        <source>it has more than {0} lines, far more than an article; open a part</source>
        <translation>ce fichier a plus de {0} lignes, bien plus qu’un article ; ouvrez-en une partie</translation>
    </message>
    <message>
        <source>it has more than {0} parts, far more than a mail; save its text and open that</source>
        <translation>ce fichier a plus de {0} parties, bien plus qu’un courriel ; enregistrez son texte et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>it has more than {0} tags, far more than an article; copy the text in your browser and paste it</source>
        <translation>cette page a plus de {0} balises, bien plus qu’un article ; copiez le texte dans votre navigateur et collez-le</translation>
    </message>
    <message>
        <source>it is a Keynote presentation</source>
        <translation>c’est une présentation Keynote</translation>
    </message>
    <message>
        <source>it is a Pages document</source>
        <translation>c’est un document Pages</translation>
    </message>
    <message>
        <source>it is a PowerPoint file without text</source>
        <translation>ce fichier PowerPoint ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is a document of Apple’s Pages or Numbers</source>
        <translation>c’est un document Pages ou Numbers d’Apple</translation>
    </message>
    <message>
        <source>it is a picture; {0}</source>
        <translation>c’est une image ; {0}</translation>
    </message>
    <message>
        <source>it is a scan: pictures of pages, no text</source>
        <translation>c’est un document numérisé : des images de pages, sans texte</translation>
    </message>
    <message>
        <source>it is an OpenDocument file, but no presentation</source>
        <translation>c’est un fichier OpenDocument, mais non une présentation</translation>
    </message>
    <message>
        <source>it is an OpenDocument presentation without text</source>
        <translation>cette présentation OpenDocument ne contient pas de texte</translation>
    </message>
    <message>
        <source>it is damaged, and cannot be read as a PDF; fetch it again</source>
        <translation>ce fichier est endommagé : impossible de le lire comme PDF ; téléchargez-le de nouveau</translation>
    </message>
    <message>
        <source>it is damaged, and cannot be read as a mail; save it again</source>
        <translation>ce fichier est endommagé : impossible de le lire comme courriel ; enregistrez-le de nouveau</translation>
    </message>
    <message>
        <source>it is damaged, and cannot be read as a saved web page; save it again</source>
        <translation>ce fichier est endommagé : impossible de le lire comme page web enregistrée ; enregistrez-la de nouveau</translation>
    </message>
    <message>
        <source>it is damaged, and cannot be read as a web page; save it again</source>
        <translation>ce fichier est endommagé : impossible de le lire comme page web ; enregistrez-la de nouveau</translation>
    </message>
    <message>
        <source>it is damaged, and cannot be read as {0}; fetch it again</source>
        <translation>ce fichier est endommagé : impossible de le lire comme {0} ; téléchargez-le de nouveau</translation>
    </message>
    <message>
        <source>it is damaged: its end is missing; fetch it again</source>
        <translation>ce fichier est endommagé : la fin manque ; téléchargez-le de nouveau</translation>
    </message>
    <message>
        <source>it is in the old PowerPoint format</source>
        <translation>ce fichier est à l’ancien format PowerPoint</translation>
    </message>
    <message>
        <source>it is in the strict form of PowerPoint&apos;s format; save it as an ordinary .pptx first</source>
        <translation>ce fichier est à la forme stricte du format PowerPoint&#xa0;; enregistrez-le d’abord en .pptx ordinaire</translation>
    </message>
    <message>
        <source>it is larger than {0} MB, far more than an article; open a part</source>
        <translation>ce fichier dépasse {0} Mo, bien plus qu’un article ; ouvrez-en une partie</translation>
    </message>
    <message>
        <source>it is no OpenDocument text, so its layout cannot be kept; choose another layout</source>
        <translation>ce n’est pas un texte OpenDocument, sa mise en page ne peut donc être conservée ; choisissez-en une autre</translation>
    </message>
    <message>
        <source>it is no Word file, so its layout cannot be kept; choose another layout</source>
        <translation>ce n’est pas un fichier Word : sa mise en page ne peut être gardée ; choisissez-en une autre</translation>
    </message>
    <message>
        <source>it was not read from subtitles, and has no times</source>
        <translation>ce ne sont pas des sous-titres&#xa0;: aucun temps n’y est indiqué</translation>
    </message>
    <message>
        <source>it was read by way of LibreOffice</source>
        <translation>il a été lu par l’intermédiaire de LibreOffice</translation>
    </message>
    <message>
        <source>it was written by a newer Vis-à-vis, and is left alone: nothing is remembered until you install that one again</source>
        <translation>ce fichier a été écrit par un Vis-à-vis plus récent et reste intact : rien n’est retenu tant que vous ne l’avez pas réinstallé</translation>
    </message>
    <message>
        <source>its fonts do not say which letters they draw</source>
        <translation>ses polices n’indiquent pas quelles lettres elles dessinent</translation>
    </message>
    <message>
        <source>its model does not work; the package is damaged: get it again</source>
        <translation>son modèle ne fonctionne pas ; le module est endommagé : procurez-vous-le de nouveau</translation>
    </message>
    <message>
        <source>much too long: {0} words for {1}</source>
        <translation>bien trop long&#xa0;: {0} mots pour {1}</translation>
    </message>
    <message>
        <source>much too short</source>
        <translation>bien trop court</translation>
    </message>
    <message>
        <source>much too short: {0} words for {1}</source>
        <translation>bien trop court&#xa0;: {0} mots pour {1}</translation>
    </message>
    <message>
        <source>network is unreachable</source>
        <translation>le réseau est inaccessible</translation>
    </message>
    <message>
        <source>no language package for French → English is installed</source>
        <translation>aucun module de langue français → anglais n’est installé</translation>
    </message>
    <message>
        <source>no language package for {0} → {1} was found; install one, or install the program again</source>
        <translation>aucun module de langue {0} → {1} n’a été trouvé&#xa0;; installez-en un, ou réinstallez le programme</translation>
    </message>
    <message>
        <source>no link is known</source>
        <translation>aucun lien n’est connu</translation>
    </message>
    <message>
        <source>no page is written so (a tag has thousands of attributes); copy the text in your browser and paste it</source>
        <translation>aucune page n’est écrite ainsi (une balise a des milliers d’attributs) ; copiez le texte dans votre navigateur et collez-le</translation>
    </message>
    <message>
        <source>no program writes such a file (its groups are nested too deeply); save it anew in a word processor and open that</source>
        <translation>aucun programme n’écrit un tel fichier (ses groupes sont trop imbriqués) ; réenregistrez-le dans un traitement de texte et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>no route to host</source>
        <translation>aucun chemin vers le serveur</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>il n’y a plus de place sur le disque</translation>
    </message>
    <message>
        <source>no such device or address</source>
        <translation>ce n’est pas un fichier qui se lit</translation>
    </message>
    <message>
        <source>no text was found in the picture</source>
        <translation>aucun texte n’a été trouvé dans l’image</translation>
    </message>
    <message>
        <source>no word processor writes such a file (it defines entities), so it may do harm; it was not opened</source>
        <translation>aucun traitement de texte n’écrit un tel fichier (il définit des entités) : il est peut-être nuisible et n’a pas été ouvert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>un des dossiers du chemin n’en est pas un</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>open that in your browser, save the page (Ctrl+S) and open the file</source>
        <translation>ouvrez-le dans votre navigateur, enregistrez la page (Ctrl+S) et ouvrez le fichier</translation>
    </message>
    <message>
        <source>packages cannot be installed there: {0}</source>
        <translation>impossible d’y installer des modules&#xa0;: {0}</translation>
    </message>
    <message>
        <source>quotation marks are missing</source>
        <translation>des guillemets manquent</translation>
    </message>
    <message>
        <source>read by Tesseract from a scan; it is certain of all {0} words</source>
        <translation>lu par Tesseract sur une image ; il est sûr des {0} mots</translation>
    </message>
    <message>
        <source>read by Tesseract from a scan; it is uncertain of {0} of {1} words: {2}</source>
        <translation>lu par Tesseract sur une image ; il hésite sur {0} des {1} mots : {2}</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <source>same translation as the sentence before</source>
        <translation>même traduction que la phrase précédente</translation>
    </message>
    <message>
        <source>save it as .docx and open that</source>
        <translation>enregistrez-le en .docx et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>save it as .odt and open that</source>
        <translation>enregistrez-le en .odt et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>save it as .pptx and open that</source>
        <translation>enregistrez-le en .pptx et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>save it as PDF and open that</source>
        <translation>enregistrez-le en PDF et ouvrez celui-ci</translation>
    </message>
    <message>
        <source>save it without one first</source>
        <translation>enregistrez-le d’abord sans</translation>
    </message>
    <message>
        <source>saved work and translation memory cannot be used: {0}</source>
        <translation>le travail enregistré et la mémoire de traduction sont inutilisables&#xa0;: {0}</translation>
    </message>
    <message>
        <source>small and quick; check every line</source>
        <translation>petit et rapide&#xa0;; vérifiez chaque ligne</translation>
    </message>
    <message>
        <source>something in it, or for it, cannot be understood, and is left out</source>
        <translation>quelque chose, dans ce fichier ou pour lui, est incompréhensible et reste de côté</translation>
    </message>
    <message>
        <source>something went wrong ({0})</source>
        <translation>une erreur s’est produite ({0})</translation>
    </message>
    <message>
        <source>the French has no quotation marks here</source>
        <translation>le français n’a pas de guillemets ici</translation>
    </message>
    <message>
        <source>the French was copied</source>
        <translation>le français a été recopié</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>la connexion a été coupée</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the download cannot be kept there: {0}</source>
        <translation>impossible d’y garder le téléchargement&#xa0;: {0}</translation>
    </message>
    <message>
        <source>the engine was not sure of this translation</source>
        <translation>le moteur n’était pas sûr de cette traduction</translation>
    </message>
    <message>
        <source>the folder cannot be written</source>
        <translation>impossible d’écrire dans le dossier</translation>
    </message>
    <message>
        <source>the language package cannot be read; install it again</source>
        <translation>le module de langue est illisible&#xa0;; réinstallez-le</translation>
    </message>
    <message>
        <source>the language package could not be loaded; remove it or install it again</source>
        <translation>le module de langue n’a pas pu être chargé&#xa0;; supprimez-le ou réinstallez-le</translation>
    </message>
    <message>
        <source>the mail came with no such document; it has {0}</source>
        <translation>ce courriel n’a pas de tel document&#xa0;; il a {0}</translation>
    </message>
    <message>
        <source>the picture is damaged, or far larger than a page; it was not opened</source>
        <translation>l’image est endommagée, ou bien plus grande qu’une page ; elle n’a pas été ouverte</translation>
    </message>
    <message>
        <source>the quotation is cut</source>
        <translation>la citation est coupée</translation>
    </message>
    <message>
        <source>the saved work was damaged; it is now {0}, and a new file has been begun</source>
        <translation>le travail enregistré était endommagé&#xa0;; il est désormais dans {0}, et un nouveau fichier est commencé</translation>
    </message>
    <message>
        <source>the translation engine crashed</source>
        <translation>le moteur de traduction s’est arrêté net</translation>
    </message>
    <message>
        <source>the translation engine failed</source>
        <translation>le moteur de traduction a échoué</translation>
    </message>
    <message>
        <source>the translation engine failed; try again</source>
        <translation>le moteur de traduction a échoué ; réessayez</translation>
    </message>
    <message>
        <source>the translation engine keeps failing; close other programs and try again</source>
        <translation>le moteur de traduction échoue sans cesse ; fermez d’autres programmes et réessayez</translation>
    </message>
    <message>
        <source>the translation engine took too long</source>
        <translation>le moteur de traduction a mis trop de temps</translation>
    </message>
    <message>
        <source>there are several; name one of {0}</source>
        <translation>il y en a plusieurs&#xa0;; nommez l’un de {0}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>ce fichier n’existe pas</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>ce dossier n’existe pas</translation>
    </message>
    <message>
        <source>there is no such package; see `visavis packages list`</source>
        <translation>ce module n’existe pas&#xa0;; voyez `visavis packages list`</translation>
    </message>
    <message>
        <source>there is not enough memory for the language package; close other programs and try again</source>
        <translation>mémoire insuffisante pour le module de langue ; fermez d’autres programmes et réessayez</translation>
    </message>
    <message>
        <source>this is French too: choose the file that has the English</source>
        <translation>ce texte est aussi en français : choisissez le fichier qui contient l’anglais</translation>
    </message>
    <message>
        <source>this is no file name</source>
        <translation>ce n’est pas un nom de fichier</translation>
    </message>
    <message>
        <source>to have it read, install Tesseract from github.com/UB-Mannheim/tesseract/wiki, and choose French among its additional languages</source>
        <translation>pour qu’il soit lu, installez Tesseract depuis github.com/UB-Mannheim/tesseract/wiki, en choisissant le français parmi les langues supplémentaires</translation>
    </message>
    <message>
        <source>to have it read, install Tesseract with its French data: {0}</source>
        <translation>pour qu’il soit lu, installez Tesseract avec ses données françaises : {0}</translation>
    </message>
    <message>
        <source>too long for the engine</source>
        <translation>trop long pour le moteur</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>trop de liens symboliques de suite</translation>
    </message>
    <message>
        <source>unpack it and open the article in it</source>
        <translation>décompressez-la et ouvrez l’article qu’elle contient</translation>
    </message>
    <message>
        <source>what is packed in it is far larger than an article; it was not opened</source>
        <translation>décompressé, ce fichier est bien plus grand qu’un article&#xa0;; il n’a pas été ouvert</translation>
    </message>
    <message>
        <source>you are not allowed to open it</source>
        <translation>vous n’avez pas le droit de l’ouvrir</translation>
    </message>
    <message>
        <source>you are not allowed to write there</source>
        <translation>vous n’avez pas le droit d’y écrire</translation>
    </message>
    <message>
        <source>{0} comments were left out</source>
        <translation>{0} commentaires ont été laissés de côté</translation>
    </message>
    <message>
        <source>{0} does not give a list of packages</source>
        <translation>{0} ne donne pas de liste de modules</translation>
    </message>
    <message>
        <source>{0} embedded objects, such as charts, were left out</source>
        <translation>{0} objets incorporés, tels que des graphiques, ont été laissés de côté</translation>
    </message>
    <message>
        <source>{0} hidden passages were left out</source>
        <translation>{0} passages masqués ont été laissés de côté</translation>
    </message>
    <message>
        <source>{0} hidden slides were left out</source>
        <translation>{0} diapositives masquées ont été laissées de côté</translation>
    </message>
    <message>
        <source>{0} inserted documents cannot be read, and were left out</source>
        <translation>{0} documents insérés sont illisibles et ont été laissés de côté</translation>
    </message>
    <message>
        <source>{0} page headers and footers were left out</source>
        <translation>{0} en-têtes et pieds de page ont été laissés de côté</translation>
    </message>
    <message>
        <source>{0} pages are only pictures, and were not read</source>
        <translation>{0} pages ne sont que des images et n’ont pas été lues</translation>
    </message>
    <message>
        <source>{0} prompts to fill in were left out</source>
        <translation>{0} invites à remplir ont été laissées de côté</translation>
    </message>
    <message>
        <source>{0} short texts set across the page were left out</source>
        <translation>{0} courts textes placés en travers des pages n’ont pas été repris</translation>
    </message>
    <message>
        <source>{0} signs cannot be read, and are shown as □</source>
        <translation>{0} signes sont illisibles et apparaissent comme □</translation>
    </message>
    <message>
        <source>{0}, and LibreOffice cannot convert it; {1}</source>
        <translation>{0}, et LibreOffice ne peut pas le convertir&#xa0;; {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}&#xa0;: {1}</translation>
    </message>
    <message>
        <source>{0}; try again</source>
        <translation>{0}&#xa0;; réessayez</translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation>{0}&#xa0;; {1}</translation>
    </message>
    <message>
        <source>{0}; {1}, or {2}</source>
        <translation>{0}&#xa0;; {1}, ou {2}</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” appears twice</source>
        <translation>« {0} » figure deux fois</translation>
    </message>
    <message>
        <source>“{0}” became “{1}”</source>
        <translation>«&#xa0;{0}&#xa0;» est devenu «&#xa0;{1}&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” is English in the French, and stays as it is</source>
        <translation>« {0} » est en anglais dans le texte français et reste tel quel</translation>
    </message>
    <message>
        <source>“{0}” is no English time</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une heure en anglais</translation>
    </message>
    <message>
        <source>“{0}” is a man in the French</source>
        <translation>«&#xa0;{0}&#xa0;» est un homme dans le français</translation>
    </message>
    <message>
        <source>“{0}” is a woman in the French</source>
        <translation>«&#xa0;{0}&#xa0;» est une femme dans le français</translation>
    </message>
    <message>
        <source>“{0}” is not an English word</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un mot anglais</translation>
    </message>
    <message>
        <source>“{0}” is not in the French</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas dans le français</translation>
    </message>
    <message>
        <source>“{0}” is not in the translation</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas dans la traduction</translation>
    </message>
</context>
<context>
    <name>NetworkLabel</name>
    <message>
        <source>Refused: {0}</source>
        <translation>Refusé : {0}</translation>
    </message>
    <message>
        <source>No connection made</source>
        <translation>Aucune connexion établie</translation>
    </message>
    <message>
        <source>No answer from {0} at {1}</source>
        <translation>Aucune réponse de {0} à {1}</translation>
    </message>
    <message>
        <source>{0}; no answer from {1}</source>
        <translation>{0} ; aucune réponse de {1}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>aucune réponse</translation>
    </message>
    <message>
        <source>redirected to {0}</source>
        <translation>redirigé vers {0}</translation>
    </message>
    <message>
        <source>Fetched {0} from {1} at {2}</source>
        <translation>{0} téléchargés depuis {1} à {2}</translation>
    </message>
    <message>
        <source>{0} {1}: {2}</source>
        <translation>{0} {1}&#xa0;: {2}</translation>
    </message>
</context>
<context>
    <name>OffersPopup</name>
    <message>
        <source>Whole sentences</source>
        <translation>Phrases entières</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Autres traductions</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Autres mots</translation>
    </message>
</context>
<context>
    <name>OpeningController</name>
    <message>
        <source>Open it</source>
        <translation>L’ouvrir</translation>
    </message>
    <message>
        <source>Of what was dropped, only the folder {0} was taken. Drop the rest by itself.</source>
        <translation>De ce qui a été déposé, seul le dossier {0} a été pris. Déposez le reste à part.</translation>
    </message>
    <message>
        <source>Opened the first {0} of {1} files. Open the others when these are done.</source>
        <translation>{0} fichiers ouverts, sur {1}. Ouvrez les autres quand ceux-ci seront finis.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Exemple</translation>
    </message>
    <message>
        <source>This email has an attachment: {0}</source>
        <translation>Ce courriel a une pièce jointe : {0}</translation>
    </message>
    <message>
        <source>This email has {0} attachments.</source>
        <translation>Ce courriel a {0} pièces jointes.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show the whole page</source>
        <translation>Afficher toute la page</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Texte collé</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy an article first, then paste.</source>
        <translation>Il n’y a pas de texte dans le presse-papiers. Copiez d’abord un article, puis collez.</translation>
    </message>
    <message>
        <source>There is no text in what was dropped. Drop a file, a folder, or selected text.</source>
        <translation>Il n’y a pas de texte dans ce qui a été déposé. Déposez un fichier, un dossier ou du texte sélectionné.</translation>
    </message>
    <message>
        <source>Dropped text</source>
        <translation>Texte déposé</translation>
    </message>
    <message>
        <source>{0} more files could not be opened.</source>
        <translation>{0} autres fichiers n’ont pas pu être ouverts.</translation>
    </message>
    <message>
        <source>{0} appears to be in {1}, not French.</source>
        <translation>{0} ne semble pas en français (langue détectée : {1}).</translation>
    </message>
    <message>
        <source>{0} does not appear to be in French.</source>
        <translation>{0} ne semble pas en français.</translation>
    </message>
    <message>
        <source>Translate anyway</source>
        <translation>Traduire quand même</translation>
    </message>
</context>
<context>
    <name>PackagesAndGlossaryController</name>
    <message>
        <source>Point at a word, or select the French words within a sentence</source>
        <translation>Pointez un mot, ou sélectionnez les mots français dans une seule phrase</translation>
    </message>
    <message>
        <source>Sentences changed by your glossary: {0}</source>
        <translation>Phrases modifiées selon votre glossaire&#xa0;: {0}</translation>
    </message>
    <message>
        <source>flagged only, because number, case or words are not clear: {0}</source>
        <translation>seulement signalées, faute de nombre, de casse ou de mots clairs&#xa0;: {0}</translation>
    </message>
    <message>
        <source>{0} {1} is now in use.</source>
        <translation>{0} {1} est maintenant utilisé.</translation>
    </message>
    <message>
        <source>The article is being translated again with it; your corrections are kept.</source>
        <translation>L’article est retraduit avec lui ; vos corrections sont conservées.</translation>
    </message>
    <message>
        <source>Articles that are open stay as they are until you translate each again.</source>
        <translation>Les articles ouverts restent tels quels tant que vous ne retraduisez pas chacun d’eux.</translation>
    </message>
    <message>
        <source>Translate again</source>
        <translation>Retraduire</translation>
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
        <source>{0} MB</source>
        <translation>{0} Mo</translation>
    </message>
    <message>
        <source>{0} MB will be downloaded from {1}. If that fails, {2} will be asked for another address.</source>
        <translation>{0} Mo seront téléchargés depuis {1}. En cas d’échec, une autre adresse sera demandée à {2}.</translation>
    </message>
    <message>
        <source>{2} will be asked for the address of the package; {0} MB will be downloaded from there.</source>
        <translation>L’adresse du module sera demandée à {2} ; {0} Mo seront téléchargés depuis celle-ci.</translation>
    </message>
    <message>
        <source>Your articles are never sent.</source>
        <translation>Vos articles ne sont jamais envoyés.</translation>
    </message>
    <message>
        <source>Cancelled. The part already downloaded is kept; the next download will resume from there.</source>
        <translation>Annulé. La partie déjà téléchargée est conservée ; le prochain téléchargement reprendra là.</translation>
    </message>
    <message>
        <source>Cancelled before any data arrived.</source>
        <translation>Annulé avant toute réception de données.</translation>
    </message>
    <message>
        <source>{0} is not the known official package. Install it only if you trust its source. SHA-256: {1}</source>
        <translation>{0} n’est pas le module officiel connu. Ne l’installez que si vous faites confiance à sa source. SHA-256 : {1}</translation>
    </message>
    <message>
        <source>{0} {1} is intact and works.</source>
        <translation>{0} {1} est intact et fonctionne.</translation>
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
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>The package is installed and in use.</source>
        <translation>Le module est installé et utilisé.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was installed.</source>
        <translation>Annulé. Rien n’a été installé.</translation>
    </message>
    <message>
        <source>Cancelled. {0} {1} was not verified.</source>
        <translation>Annulé. {0} {1} n’a pas été vérifié.</translation>
    </message>
    <message>
        <source>Remove {0} {1}?</source>
        <translation>Supprimer {0} {1} ?</translation>
    </message>
    <message>
        <source>{0:.1f} of {1:.1f} MB · {2:.1f} MB/s · {3} s left</source>
        <translation>{0:.1f} sur {1:.1f} Mo · {2:.1f} Mo/s · encore {3} s</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>Show the picture above</source>
        <translation>Afficher l’image au-dessus</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Used when Vis-à-vis is started again.</source>
        <translation>Pris en compte au prochain démarrage de Vis-à-vis.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Show hints</source>
        <translation>Afficher les conseils</translation>
    </message>
    <message>
        <source>French and English</source>
        <translation>Français et anglais</translation>
    </message>
    <message>
        <source>French only</source>
        <translation>Français seul</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>Anglais seul</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Serré</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Interligne</translation>
    </message>
    <message>
        <source>Flags and quotations at the side</source>
        <translation>Signalements et citations sur le côté</translation>
    </message>
    <message>
        <source>British</source>
        <translation>Britannique</translation>
    </message>
    <message>
        <source>American</source>
        <translation>Américaine</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Remember translations</source>
        <translation>Mémoriser les traductions</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Cœurs du processeur</translation>
    </message>
    <message>
        <source>Spelling of what you write</source>
        <translation>Orthographe de ce que vous écrivez</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Per cent of the article</source>
        <translation>Pour cent de l’article</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Length in</source>
        <translation>Longueur en</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>Pour cent</translation>
    </message>
    <message>
        <source>Copied in</source>
        <translation>Copié en</translation>
    </message>
    <message>
        <source>As bullets, not as running text</source>
        <translation>En liste à puces, pas en texte suivi</translation>
    </message>
    <message>
        <source>With the headline</source>
        <translation>Avec le titre</translation>
    </message>
    <message>
        <source>With key figures and names</source>
        <translation>Avec les chiffres et les noms</translation>
    </message>
    <message>
        <source>With the source</source>
        <translation>Avec la source</translation>
    </message>
    <message>
        <source>Beside the article, not below it</source>
        <translation>À côté de l’article, et non dessous</translation>
    </message>
    <message>
        <source>Copying and exporting</source>
        <translation>Copies et exports</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Indiquer la source</translation>
    </message>
    <message>
        <source>Add what is to be checked to exports</source>
        <translation>Ajouter ce qui est à vérifier aux exports</translation>
    </message>
    <message>
        <source>English quotation marks, apostrophes and dashes</source>
        <translation>Guillemets, apostrophes et tirets anglais</translation>
    </message>
    <message>
        <source>Spaces that do not break, as in 5 km, Mr Smith</source>
        <translation>Espaces insécables, comme dans 5 km, Mr Smith</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Open the articles of the last time again</source>
        <translation>Rouvrir les articles de la dernière fois</translation>
    </message>
    <message>
        <source>An icon in the system tray that translates the clipboard</source>
        <translation>Une icône dans la zone de notification, qui traduit le presse-papiers</translation>
    </message>
    <message>
        <source>Where the system has a tray.</source>
        <translation>Là où le système en a une.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Annuler les changements</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PreviewController</name>
    <message>
        <source>The preview could not be made. Save the translation and look at the file.</source>
        <translation>L’aperçu n’a pas pu être préparé. Enregistrez la traduction et regardez le fichier.</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Ce qui est montré</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traduction</translation>
    </message>
    <message>
        <source>Both languages, in two columns</source>
        <translation>Les deux langues, en deux colonnes</translation>
    </message>
    <message>
        <source>Both languages, alternating paragraphs</source>
        <translation>Les deux langues, paragraphes alternés</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Mise en page…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>{0} pages</source>
        <translation>{0} pages</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 page</translation>
    </message>
    <message>
        <source>the first {0} are shown</source>
        <translation>les {0} premières sont montrées</translation>
    </message>
    <message>
        <source>As a PDF and on paper; Word and web pages have the same content.</source>
        <translation>Tel qu’en PDF et sur papier ; Word et les pages web ont le même contenu.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>PrintController</name>
    <message>
        <source>Sent to the printer</source>
        <translation>Envoyé à l’imprimante</translation>
    </message>
    <message>
        <source>Print again when the translation is complete</source>
        <translation>Réimprimer quand la traduction sera complète</translation>
    </message>
    <message>
        <source>it did not accept the article; try again, or save the translation as a PDF and print that</source>
        <translation>elle n’a pas accepté l’article ; réessayez, ou enregistrez la traduction en PDF et imprimez-la</translation>
    </message>
    <message>
        <source>Printing failed. Try again, or save the translation as a PDF and print that.</source>
        <translation>L’impression a échoué. Réessayez, ou enregistrez la traduction en PDF et imprimez-la.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Imprimante</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <extracomment>Texts of Qt&apos;s dialogs to which 6.11 gave other access keys than its French knows.</extracomment>
        <translation>&amp;Regarder dans :</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Type de fichiers :</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>&amp;Ordre des pages :</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>Pages par &amp;feuille :</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Page &amp;Set:</source>
        <translation>&amp;Jeu de pages :</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Return</source>
        <translation>Entrée</translation>
    </message>
</context>
<context>
    <name>QuickController</name>
    <message>
        <source>Pasted text</source>
        <translation>Texte collé</translation>
    </message>
    <message>
        <source>Translate the clipboard</source>
        <translation>Traduire le presse-papiers</translation>
    </message>
    <message>
        <source>Show Vis-à-vis</source>
        <translation>Afficher Vis-à-vis</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Vis-à-vis</source>
        <translation>Vis-à-vis</translation>
    </message>
</context>
<context>
    <name>QuickWindow</name>
    <message>
        <source>Translation of the clipboard</source>
        <translation>Traduction du presse-papiers</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Open as article</source>
        <translation>Ouvrir comme article</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>Traduction…</translation>
    </message>
    <message>
        <source>There is no text on the clipboard. Copy French text first.</source>
        <translation>Il n’y a pas de texte dans le presse-papiers. Copiez d’abord un texte français.</translation>
    </message>
    <message>
        <source>Translating: {0} %</source>
        <translation>Traduction : {0} %</translation>
    </message>
    <message>
        <source>The text appears to be in {0}, not French</source>
        <translation>Ce texte semble être en {0}, et non en français</translation>
    </message>
    <message>
        <source>1 flag: open it as an article to see it</source>
        <translation>1 signalement : ouvrez le texte comme article pour le voir</translation>
    </message>
    <message>
        <source>{0} flags: open it as an article to see them</source>
        <translation>{0} signalements : ouvrez le texte comme article pour les voir</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>QuotationsController</name>
    <message>
        <source>Quotation copied</source>
        <translation>Citation copiée</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
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
        <source>News</source>
        <translation>Actualité</translation>
    </message>
    <message>
        <source>First sentences</source>
        <translation>Premières phrases</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>Réduction</translation>
    </message>
    <message>
        <source>sentences near the top, with words of the title and the main topic, without repeats</source>
        <translation>les phrases du début, avec les mots du titre et du sujet, sans répétition</translation>
    </message>
    <message>
        <source>sentences that share words with the title or come early</source>
        <translation>les phrases qui reprennent des mots du titre ou viennent tôt</translation>
    </message>
    <message>
        <source>sentences with frequent words not yet covered</source>
        <translation>les phrases aux mots fréquents pas encore couverts</translation>
    </message>
    <message>
        <source>sentences whose words together mirror the whole article</source>
        <translation>les phrases dont les mots, ensemble, reflètent tout l’article</translation>
    </message>
    <message>
        <source>sentences with the strongest links to all others</source>
        <translation>les phrases les plus liées à toutes les autres</translation>
    </message>
    <message>
        <source>Rank {0} of {1}</source>
        <translation>Rang {0} sur {1}</translation>
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
        <source>refers to the sentence before it</source>
        <translation>renvoie à la phrase précédente</translation>
    </message>
    <message>
        <source>already said</source>
        <translation>déjà dit</translation>
    </message>
    <message>
        <source>inside a longer quotation</source>
        <translation>à l’intérieur d’une longue citation</translation>
    </message>
</context>
<context>
    <name>RecentsController</name>
    <message>
        <source>Forget all articles, with their corrections? Files that you saved stay.</source>
        <translation>Oublier tous les articles, avec leurs corrections ? Les fichiers enregistrés restent.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>&amp;Forget these articles…</source>
        <translation>&amp;Oublier ces articles…</translation>
    </message>
    <message>
        <source>Restored as you left it</source>
        <translation>Rétabli tel que vous l’aviez laissé</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Ouvrir</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Montrer le &amp;dossier</translation>
    </message>
    <message>
        <source>Fo&amp;rget this article…</source>
        <translation>Ou&amp;blier cet article…</translation>
    </message>
    <message>
        <source>Forget “{0}”, with its corrections? Files that you saved stay.</source>
        <translation>Oublier « {0} », avec ses corrections ? Les fichiers enregistrés restent.</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>collé</translation>
    </message>
    <message>
        <source>{0} % translated</source>
        <translation>{0} % traduit</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>traduit</translation>
    </message>
</context>
<context>
    <name>ReplaceController</name>
    <message>
        <source>1 replaced</source>
        <translation>1 remplacement</translation>
    </message>
    <message>
        <source>{0} replaced</source>
        <translation>{0} remplacements</translation>
    </message>
    <message>
        <source>{0}; Undo takes it back</source>
        <translation>{0} ; Annuler revient en arrière</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace in the English</source>
        <translation>Remplacer dans l’anglais</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Respecter les majuscules</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>What is replaced</source>
        <translation>Ce qui est remplacé</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{0} of {1} will be replaced</source>
        <translation>{0} sur {1} seront remplacés</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
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
        <source>, alternating paragraphs</source>
        <translation>, paragraphes alternés</translation>
    </message>
    <message>
        <source>, in the original layout</source>
        <translation>, mise en page d’origine</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Find in all articles</source>
        <translation>Rechercher dans tous les articles</translation>
    </message>
    <message>
        <source>Words in French or English</source>
        <translation>Mots français ou anglais</translation>
    </message>
    <message>
        <source>Sentences of all articles that you have opened are found, by their French or English.</source>
        <translation>La recherche porte sur les phrases de tous les articles que vous avez ouverts, en français et en anglais.</translation>
    </message>
    <message>
        <source>Sentences found</source>
        <translation>Phrases trouvées</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>1 sentence</source>
        <translation>1 phrase</translation>
    </message>
    <message>
        <source>{0} sentences</source>
        <translation>{0} phrases</translation>
    </message>
</context>
<context>
    <name>SessionPresenter</name>
    <message>
        <source>Article, French and English</source>
        <translation>Article, français et anglais</translation>
    </message>
    <message>
        <source>Vis-à-vis</source>
        <translation>Vis-à-vis</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Maj+Entrée</translation>
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
        <source>Menu of the sentence, with its pictures</source>
        <translation>Menu de la phrase, avec ses images</translation>
    </message>
    <message>
        <source>Shift+F10</source>
        <translation>Maj+F10</translation>
    </message>
    <message>
        <source>Next area of the window</source>
        <translation>Zone suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>In the search: next, previous, close</source>
        <translation>Dans la recherche : suivant, précédent, fermer</translation>
    </message>
    <message>
        <source>While correcting: keep, discard</source>
        <translation>Pendant la correction : garder, abandonner</translation>
    </message>
    <message>
        <source>In other words: next and previous place, whole sentences</source>
        <translation>Autres mots : endroit suivant et précédent, phrases entières</translation>
    </message>
    <message>
        <source>On the card of a flag: close it</source>
        <translation>Sur la fiche d’un signalement : la fermer</translation>
    </message>
    <message>
        <source>In the list of articles: close one</source>
        <translation>Dans la liste des articles : en fermer un</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>In the article</source>
        <translation>Dans l’article</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Ailleurs</translation>
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
        <source>What people say in the article is listed here, with who says it.</source>
        <translation>Ici s’affichent les propos cités dans l’article, avec leurs auteurs.</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Citations</translation>
    </message>
    <message>
        <source>Which flags</source>
        <translation>Quels signalements</translation>
    </message>
    <message>
        <source>All flags</source>
        <translation>Tous les signalements</translation>
    </message>
    <message>
        <source>The meaning may be wrong</source>
        <translation>Le sens est peut-être faux</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>À regarder</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>What the flags are about</source>
        <translation>Ce que concernent les signalements</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>Tous les sujets</translation>
    </message>
    <message>
        <source>Numbers and dates</source>
        <translation>Nombres et dates</translation>
    </message>
    <message>
        <source>The meaning</source>
        <translation>Le sens</translation>
    </message>
    <message>
        <source>Lost, added, repeated</source>
        <translation>Manques, ajouts, répétitions</translation>
    </message>
    <message>
        <source>Names and spelling</source>
        <translation>Noms et orthographe</translation>
    </message>
    <message>
        <source>Quotation marks</source>
        <translation>Guillemets</translation>
    </message>
    <message>
        <source>Your glossary</source>
        <translation>Votre glossaire</translation>
    </message>
    <message>
        <source>Nothing is flagged. Sentences to look at again are listed here.</source>
        <translation>Aucun signalement. Ici s’affichent les phrases à revoir.</translation>
    </message>
    <message>
        <source>No flag of this kind. To see the others, choose “All flags” and “About anything”.</source>
        <translation>Aucun signalement de ce genre. Pour voir les autres, choisissez « Tous les signalements » et « Tous les sujets ».</translation>
    </message>
</context>
<context>
    <name>Speaking</name>
    <message>
        <source>edited</source>
        <translation>corrigée</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vérifiée</translation>
    </message>
</context>
<context>
    <name>SpellingHighlighter</name>
    <message>
        <source>Looking for words…</source>
        <translation>Recherche de mots…</translation>
    </message>
    <message>
        <source>No word is like it</source>
        <translation>Aucun mot ne lui ressemble</translation>
    </message>
</context>
<context>
    <name>StatisticsController</name>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
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
        <source>by the machine</source>
        <translation>par la machine</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>corrigées</translation>
    </message>
    <message>
        <source>not yet translated</source>
        <translation>pas encore traduites</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vérifiées</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Signalements</translation>
    </message>
    <message>
        <source>in all</source>
        <translation>en tout</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>chiffre</translation>
    </message>
    <message>
        <source>time</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unité</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>négation</translation>
    </message>
    <message>
        <source>quotation</source>
        <translation>citation</translation>
    </message>
    <message>
        <source>allegation</source>
        <translation>allégation</translation>
    </message>
    <message>
        <source>unknown word</source>
        <translation>mot inconnu</translation>
    </message>
    <message>
        <source>omission</source>
        <translation>omission</translation>
    </message>
    <message>
        <source>addition</source>
        <translation>ajout</translation>
    </message>
    <message>
        <source>opposite meaning</source>
        <translation>sens contraire</translation>
    </message>
    <message>
        <source>engine unsure</source>
        <translation>moteur hésitant</translation>
    </message>
    <message>
        <source>garbled</source>
        <translation>charabia</translation>
    </message>
    <message>
        <source>gender</source>
        <translation>genre</translation>
    </message>
    <message>
        <source>two spellings</source>
        <translation>deux graphies</translation>
    </message>
    <message>
        <source>length</source>
        <translation>longueur</translation>
    </message>
    <message>
        <source>repetition</source>
        <translation>répétition</translation>
    </message>
    <message>
        <source>untranslated</source>
        <translation>non traduit</translation>
    </message>
    <message>
        <source>glossary</source>
        <translation>glossaire</translation>
    </message>
    <message>
        <source>unknown character</source>
        <translation>caractère inconnu</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Go to the next flag (F8)</source>
        <translation>Aller au signalement suivant (F8)</translation>
    </message>
    <message>
        <source>Progress of the translation</source>
        <translation>Progression de la traduction</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
        <source>Translation: {0}</source>
        <translation>Traduction : {0}</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>Lecture de {0}…</translation>
    </message>
    <message>
        <source>Reading {0}: page {1} of {2}…</source>
        <translation>Lecture de {0} : page {1} sur {2}…</translation>
    </message>
    <message>
        <source>Reading %p%</source>
        <translation>Lecture %p %</translation>
    </message>
</context>
<context>
    <name>SummaryLengthChooser</name>
    <message>
        <source>Length of the summary</source>
        <translation>Longueur du résumé</translation>
    </message>
    <message>
        <source>Unit of length</source>
        <translation>Unité de longueur</translation>
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
    <name>SummaryPanel</name>
    <message>
        <source>Summary, French and English</source>
        <translation>Résumé, français et anglais</translation>
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
        <source>Go back to the automatic choice</source>
        <translation>Revenir au choix automatique</translation>
    </message>
</context>
<context>
    <name>SummaryPicksController</name>
    <message>
        <source>Titles, captions and text around the article cannot be in the summary</source>
        <translation>Les titres, légendes et textes autour de l’article ne peuvent pas figurer dans le résumé</translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>Use this term everywhere</source>
        <translation>Employer ce terme partout</translation>
    </message>
    <message>
        <source>French term</source>
        <translation>Terme français</translation>
    </message>
    <message>
        <source>English term</source>
        <translation>Terme anglais</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Signalements</translation>
    </message>
</context>
<context>
    <name>TranslationMemoryController</name>
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
        <source>Translation memory cleared</source>
        <translation>Mémoire de traduction vidée</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Recent articles</source>
        <translation>Articles récents</translation>
    </message>
    <message>
        <source>Drop a French article here</source>
        <translation>Déposez ici un article français</translation>
    </message>
    <message>
        <source>It is translated on this computer. Nothing is sent anywhere.</source>
        <translation>Il est traduit sur cet ordinateur. Rien n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Word, PowerPoint, OpenDocument, RTF, PDF, EPUB, web pages, mails, subtitles and text</source>
        <translation>Word, PowerPoint, OpenDocument, RTF, PDF, EPUB, pages web, courriels, sous-titres et texte</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Coller un texte</translation>
    </message>
    <message>
        <source>Try an example</source>
        <translation>Essayer un exemple</translation>
    </message>
</context>
</TS>
