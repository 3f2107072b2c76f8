"""Two tables of the Rich Text Format Specification 1.9.1: the groups that hold no text, and the code pages of charsets.

Both are facts of the specification; striprtf 0.0.35 (BSD 3-clause) helped to compile them.
"""

from __future__ import annotations

#: Control words that name a destination: what their groups hold is not part of the text.
DESTINATIONS = frozenset(
    """
    aftncn aftnsep aftnsepc annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart
    author background bkmkend bkmkstart blipuid buptim category colorschememapping colortbl comment company creatim
    datafield datastore defchp defpap do doccomm docvar dptxbxtext ebcend ebcstart factoidname falt fchars ffdeftext
    ffentrymcr ffexitmcr ffformat ffhelptext ffl ffname ffstattext file filetbl fldinst fldtype fname fontemb
    fontfile fonttbl footer footerf footerl footerr footnote formfield ftncn ftnsep ftnsepc g generator gridtbl
    header headerf headerl headerr hl hlfr hlinkbase hlloc hlsrc hsv htmltag info keycode keywords latentstyles
    lchars levelnumbers leveltext lfolevel linkval list listlevel listname listoverride listoverridetable
    listpicture liststylename listtable lsdlockedexcept macc maccPr mailmerge maln malnScr manager margPr mbar
    mbarPr mbaseJc mbegChr mborderBox mborderBoxPr mbox mboxPr mchr mcount mctrlPr md mdPr mdeg mdegHide mden mdiff
    me mendChr meqArr meqArrPr mf mfName mfPr mfunc mfuncPr mgroupChr mgroupChrPr mgrow mhideBot mhideLeft
    mhideRight mhideTop mhtmltag mlim mlimloc mlimlow mlimlowPr mlimupp mlimuppPr mm mmPr mmaddfieldname mmath
    mmathPict mmathPr mmaxdist mmc mmcJc mmcPr mmconnectstr mmconnectstrdata mmcs mmdatasource mmheadersource
    mmmailsubject mmodso mmodsofilter mmodsofldmpdata mmodsomappedname mmodsoname mmodsorecipdata mmodsosort
    mmodsosrc mmodsotable mmodsoudl mmodsoudldata mmodsouniquetag mmquery mmr mnary mnaryPr mnoBreak mnum moMath
    moMathPara moMathParaPr mobjDist mopEmu mphant mphantPr mplcHide mpos mr mrPr mrad mradPr msPre msPrePr msSub
    msSubPr msSubSup msSubSupPr msSup msSupPr msepChr mshow mshp mstrikeBLTR mstrikeH mstrikeTLBR mstrikeV msub
    msubHide msup msupHide mtransp mtype mvertJc mvfmf mvfml mvtof mvtol mzeroAsc mzeroDesc mzeroWid nesttableprops
    nextfile nonesttables objalias objclass objdata object objname objsect objtime oldcprops oldpprops oldsprops
    oldtprops oleclsid operator panose password passwordhash pgp pgptbl picprop pict pn pnseclvl pntext pntxta
    pntxtb printim private propname protend protstart protusertbl pxe result revtbl revtim rsidtbl rxe shp shpgrp
    shpinst shppict shprslt shptxt sn sp staticval stylesheet subject sv svb tc template themedata title txe ud upr
    userprops wgrffmtfilter windowcaption writereservation writereservhash xe xform xmlattrname xmlattrvalue
    xmlclose xmlname xmlnstbl xmlopen
    """.split()  # noqa: SIM905 (a list of 290 strings is no easier to read)
)

#: The code pages of `\\fcharsetN`, by N, as Python calls them.
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "mac_japanese",
    79: "mac_chinesetrad",
    80: "mac_korean",
    81: "mac_arabic",
    82: "mac_hebrew",
    83: "mac_greek",
    84: "mac_cyrillic",
    85: "mac_chinesesimp",
    86: "mac_rumanian",
    87: "mac_ukrainian",
    88: "mac_thai",
    89: "mac_ce",
    128: "cp932",
    129: "cp949",
    130: "cp1361",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
