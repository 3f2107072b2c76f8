; Inno Setup 6: the installer for Windows. packaging/build.py calls it: iscc /DVersion=… /DFolder=… /O… visavis.iss
; Signing: give iscc /Ssigntool=… and uncomment SignTool; see packaging/README.md.

#ifndef Version
  #error Give /DVersion=
#endif

[Setup]
AppId={{6D2B2E2C-6F9B-4C0B-9C53-7B1B5A3E7F51}
AppName=Vis-à-vis
AppVersion={#Version}
AppPublisher=The Vis-à-vis maintainers
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Vis-a-vis
DefaultGroupName=Vis-à-vis
DisableProgramGroupPage=yes
; For one user without an administrator, or for all with one.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\visavis.ico
UninstallDisplayIcon={app}\visavis-window.exe
OutputBaseFilename=visavis-{#Version}-windows-x64
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
; SignTool=signtool

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.path=Make the command visavis known to terminals
fr.path=Rendre la commande visavis accessible aux terminaux
en.openwith=Offer Vis-à-vis under "Open with" for articles
fr.openwith=Proposer Vis-à-vis dans « Ouvrir avec » pour les articles

[Tasks]
Name: "openwith"; Description: "{cm:openwith}"
Name: "path"; Description: "{cm:path}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; Nothing of an older version stays.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Vis-à-vis"; Filename: "{app}\visavis-window.exe"; AppUserModelID: "visavis"
Name: "{autodesktop}\Vis-à-vis"; Filename: "{app}\visavis-window.exe"; Tasks: desktopicon

[Registry]
#define Class "Software\Classes\Applications\visavis-window.exe"
Root: HKA; Subkey: "{#Class}"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Vis-à-vis"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "{#Class}\shell\open\command"; ValueType: string; ValueData: """{app}\visavis-window.exe"" ""%1"""; Tasks: openwith
#dim Kinds[30] {"txt", "text", "md", "markdown", "docx", "doc", "dot", "ppt", "pps", "pptx", "ppsx", "odt", "odp", "rtf", "html", "htm", "xhtml", "mht", "mhtml", "pdf", "epub", "eml", "msg", "srt", "vtt", "png", "jpg", "jpeg", "tif", "tiff"}
#define I 0
#sub SupportedType
Root: HKA; Subkey: "{#Class}\SupportedTypes"; ValueType: string; ValueName: ".{#Kinds[I]}"; ValueData: ""; Tasks: openwith
#endsub
#for {I = 0; I < DimOf(Kinds); I++} SupportedType
; The search path: of the user, or of all.
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: not IsAdminInstallMode and not OnPath
Root: HKLM; Subkey: "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsAdminInstallMode and not OnPath

[Run]
Filename: "{app}\visavis-window.exe"; Description: "{cm:LaunchProgram,Vis-à-vis}"; Flags: nowait postinstall skipifsilent

[Code]
const
  SystemKey = 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment';

procedure Place(var Root: Integer; var Key: String);
begin
  if IsAdminInstallMode then begin
    Root := HKEY_LOCAL_MACHINE;
    Key := SystemKey;
  end else begin
    Root := HKEY_CURRENT_USER;
    Key := 'Environment';
  end;
end;

function OnPath: Boolean;
var
  Root: Integer;
  Key, Value: String;
begin
  Place(Root, Key);
  Result := RegQueryStringValue(Root, Key, 'Path', Value)
    and (Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Value) + ';') > 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Root: Integer;
  Key, Value: String;
begin
  Place(Root, Key);
  if (Step = usPostUninstall) and RegQueryStringValue(Root, Key, 'Path', Value) then
    if StringChangeEx(Value, ';' + ExpandConstant('{app}'), '', True) > 0 then
      RegWriteExpandStringValue(Root, Key, 'Path', Value);
end;
