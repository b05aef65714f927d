<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>countersign::ui::ActivityPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n entries</source>
        <translation>
            <numerusform>%1 of %n entry</numerusform>
            <numerusform>%1 of %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: see Vault › Check the vault.</source>
        <translation>
            <numerusform>… and %n more: see Vault › Check the vault.</numerusform>
            <numerusform>… and %n more: see Vault › Check the vault.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were checked: none was changed, dropped or put in between.</source>
        <translation>
            <numerusform>%n entry was checked: none was changed, dropped or put in between.</numerusform>
            <numerusform>%n entries were checked: none was changed, dropped or put in between.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::BackupsDialog</name>
    <message numerus="yes">
        <source>%n properties</source>
        <translation>
            <numerusform>%n property</numerusform>
            <numerusform>%n properties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::BinDialog</name>
    <message numerus="yes">
        <source>%n key versions</source>
        <translation>
            <numerusform>%n key version</numerusform>
            <numerusform>%n key versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::CheckVaultDialog</name>
    <message numerus="yes">
        <source>%n properties</source>
        <translation>
            <numerusform>%n property</numerusform>
            <numerusform>%n properties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key versions</source>
        <translation>
            <numerusform>%n key version</numerusform>
            <numerusform>%n key versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key pairs compared</source>
        <translation>
            <numerusform>%n key pair compared</numerusform>
            <numerusform>%n key pairs compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of activity</source>
        <translation>
            <numerusform>%n entry of activity</numerusform>
            <numerusform>%n entries of activity</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::DecodedToken</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ExportBundleDialog</name>
    <message numerus="yes">
        <source>%n key versions</source>
        <translation>
            <numerusform>%n key version</numerusform>
            <numerusform>%n key versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n properties</source>
        <translation>
            <numerusform>%1 of %n property</numerusform>
            <numerusform>%1 of %n properties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ImportBundleDialog</name>
    <message numerus="yes">
        <source>%n key versions</source>
        <translation>
            <numerusform>%n key version</numerusform>
            <numerusform>%n key versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n properties</source>
        <translation>
            <numerusform>Import %n property</numerusform>
            <numerusform>Import %n properties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ListPage</name>
    <message numerus="yes">
        <source>%Ln rows were exported, without hashes and tokens.</source>
        <translation>
            <numerusform>%n row was exported, without hash and token.</numerusform>
            <numerusform>%Ln rows were exported, without hashes and tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ListProgressView</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows a second</source>
        <translation>
            <numerusform>%n row a second</numerusform>
            <numerusform>%Ln rows a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ListResultView</name>
    <message numerus="yes">
        <source>%1 of %Ln rows</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::MainWindow</name>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n s.</source>
        <translation>
            <numerusform>Copied. The clipboard is cleared in %n s.</numerusform>
            <numerusform>Copied. The clipboard is cleared in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::NewPassphrase</name>
    <message numerus="yes">
        <source>Use at least %n characters.</source>
        <translation>
            <numerusform>Use at least %n character.</numerusform>
            <numerusform>Use at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::ProofResult</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RemovePropertyDialog</name>
    <message numerus="yes">
        <source>The property and %n key versions go to the bin.</source>
        <translation>
            <numerusform>The property and %n key version go to the bin.</numerusform>
            <numerusform>The property and %n key versions go to the bin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::SecretPasteEdit</name>
    <message numerus="yes">
        <source>%n bytes, </source>
        <translation>
            <numerusform>%n byte, </numerusform>
            <numerusform>%n bytes, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::Sidebar</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::SnippetsPage</name>
    <message numerus="yes">
        <source>%1; without %n that need a field filled in first</source>
        <translation>
            <numerusform>%1; without %n that needs a field filled in first</numerusform>
            <numerusform>%1; without %n that need a field filled in first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::StatusLine</name>
    <message numerus="yes">
        <source>%Ln properties</source>
        <translation>
            <numerusform>%n property</numerusform>
            <numerusform>%Ln properties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key versions</source>
        <translation>
            <numerusform>%n key version</numerusform>
            <numerusform>%Ln key versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>%n d</source>
        <comment>age of a key in days</comment>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::VaultCommands</name>
    <message numerus="yes">
        <source>%n properties were imported.</source>
        <translation>
            <numerusform>%n property was imported.</numerusform>
            <numerusform>%n properties were imported.</numerusform>
        </translation>
    </message>
</context>
</TS>
